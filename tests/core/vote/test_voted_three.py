"""A vote on candidates fills our three, and where it does not decide, no list does."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.plan import candidates, priorities
from mission_desk.core.room import people
from mission_desk.core.vote import poll_opening, voted_three
from mission_desk.core.vote.poll_options import none_option
from mission_desk.tally.election import Ballot
from tests.core.vote.voting import marks, voted

WORDS = ("calm", "plain", "early", "whole")


def ours(doc: Document) -> list[str]:
    return [row.text for row in priorities.priorities(doc, "team")]


def waiting(doc: Document) -> list[str]:
    return [row.text for row in priorities.not_this_year(doc)]


def poll_on_candidates(doc: Document, board: int, ballots: list[Ballot]) -> int:
    notes = boards.add_notes(doc, board, list(WORDS), "ideator")
    for note, dots in zip(notes, (4, 3, 2, 1), strict=True):
        boards.add_dots(doc, [note], dots)
    options = voted_three.candidate_options(candidates.candidates(doc))
    poll = poll_opening.open_poll(doc, "Which three?", options, dots_each=6)
    return voted(doc, poll, ballots).id


def test_the_three_best_become_ours_in_one_step(doc: Document, board: int) -> None:
    poll = poll_on_candidates(doc, board, [marks(0, 1, 2, 3)] * 5)
    voted_three.fill_from_poll(doc, poll)
    assert (ours(doc), waiting(doc)) == (["whole", "early", "plain"], [])
    first = priorities.priorities(doc, "team")[0]
    assert candidates.origin_words(doc, first.id) == ["whole"]
    doc.undo()
    assert ours(doc) == ["", "", ""]


def test_equals_for_the_last_place_want_in_and_the_place_stays_free(doc: Document, board: int) -> None:
    poll = poll_on_candidates(doc, board, [marks(3, 0, 0, 0), marks(0, 3, 0, 0), marks(0, 0, 2, 2)] * 2)
    voted_three.fill_from_poll(doc, poll)
    assert ours(doc) == ["calm", "plain", ""]
    assert waiting(doc) == ["early", "whole"]


def test_what_is_ours_already_keeps_its_words_and_its_reason(doc: Document, board: int) -> None:
    poll = poll_on_candidates(doc, board, [marks(3, 2, 1, 0)])
    voted_three.fill_from_poll(doc, poll)
    first = priorities.priorities(doc, "team")[0].id
    priorities.edit_priority(doc, first, text="Calm at the till", why="they remember the voice")
    options = voted_three.candidate_options(candidates.candidates(doc))
    assert [option.kind for option in options] == ["priority", "priority", "priority", "note"]
    again = poll_opening.open_poll(doc, "And now?", options, dots_each=6)
    voted_three.fill_from_poll(doc, voted(doc, again, [marks(0, 1, 2, 3)]).id)
    assert (ours(doc), waiting(doc)) == (["whole", "early", "plain"], ["Calm at the till"])
    assert priorities.not_this_year(doc)[0].why == "they remember the voice"


def test_a_cluster_comes_with_its_name_and_none_of_these_is_no_priority(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["a", "b"], "ideator")
    clustering.group_notes(doc, notes, "Voice")
    boards.add_dots(doc, notes, 1)
    rows = [each for each in candidates.candidates(doc) if each.kind == "cluster"]
    options = [*voted_three.candidate_options(rows), none_option("en")]
    poll = poll_opening.open_poll(doc, "Which?", options, dots_each=4)
    voted_three.fill_from_poll(doc, voted(doc, poll, [marks(1, 3)]).id)
    assert (ours(doc), waiting(doc)) == (["Voice", "", ""], [])


def test_a_poll_without_a_vote_names_no_three(doc: Document, board: int) -> None:
    poll = poll_on_candidates(doc, board, [marks(3, 2, 1, 0)])
    people.set_style_counts(doc, {"heart": 1})  # the one who voted has left the room
    with pytest.raises(KnownError, match="Nobody voted"):
        voted_three.fill_from_poll(doc, poll)
    assert ours(doc) == ["", "", ""]
