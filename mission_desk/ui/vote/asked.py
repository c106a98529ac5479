"""What is asked once before it is done with a poll or a ballot: the sentences, with their numbers."""

from __future__ import annotations

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.rounds import Likeness
from mission_desk.words import tr, trn


def nothing_given(questions: int, language: str | None = None) -> str:
    return trn(
        "None of {n} question is answered. Is this ballot meant to be empty?",
        "None of {n} questions is answered. Is this ballot meant to be empty?",
        questions,
        language,
    )


def missing_seats(missing: int, voted: int) -> str:
    return trn(
        "{n} seat is without a ballot. Close the poll with {voted} all the same?",
        "{n} seats are without a ballot. Close the poll with {voted} all the same?",
        missing,
        voted=voted,
    )


def missing_in_round(missing: int, like: Likeness) -> str:
    """The difference of two secret rounds of nearly the same people is how the few voted who are missing."""
    shared = tr(
        "The secret round before had {before} ballots, this one has {voted}. If the others voted as before, "
        "the difference of the two results tells how the few voted who were in one of them only.",
        before=like.before,
        voted=like.seats,
    )
    return f"{shared} {missing_seats(missing, like.seats)}"


def typed_only(seat: str) -> str:
    """`seat` is empty for a paper without a number."""
    if not seat:
        return tr("A paper is typed and not stored: it does not count.")
    return tr("The ballot of {seat} is typed and not stored: it does not count.", seat=seat)


def close_all_the_same() -> str:
    return tr("Close the poll all the same?")


def discard_all_the_same() -> str:
    return tr("Discard the poll all the same?")


def discard(poll: Poll, ballots: int) -> str:
    if poll.secret:
        return trn(
            "The poll has {n} secret ballot. Discarded, it is gone for good: Undo brings back the poll "
            "alone.",
            "The poll has {n} secret ballots. Discarded, they are gone for good: Undo brings back the poll "
            "alone.",
            ballots,
        )
    return trn(
        "The poll has {n} ballot. Discard it all the same?",
        "The poll has {n} ballots. Discard them all the same?",
        ballots,
    )


def half_filled(answers: int, language: str | None = None) -> str:
    return trn(
        "{n} answer was given. Leave without a ballot, and forget it?",
        "{n} answers were given. Leave without a ballot, and forget them?",
        answers,
        language,
    )


def not_stored(answers: int, seat: str) -> str:
    return trn(
        "{n} answer of {seat} is not stored. Leave this ballot as it was, and forget the answer?",
        "{n} answers of {seat} are not stored. Leave this ballot as it was, and forget the answers?",
        answers,
        seat=seat,
    )


def back_to_ballot(language: str | None = None) -> str:
    return tr("Back to the ballot", language)
