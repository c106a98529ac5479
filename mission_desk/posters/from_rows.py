"""Makes posters from a workshop: which rows stand on which poster, in the workshop's own language. It only
reads the document and knows no page and no font."""

from __future__ import annotations

from datetime import date

from mission_desk.core.board import boards, pictures
from mission_desk.core.board.axes import axes_of
from mission_desk.core.board.regions import regions_on
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import (
    NOTE_HEIGHT,
    NOTE_WIDTH,
    Board,
    Cluster,
    Draft,
    Note,
    Poll,
    shared_values,
)
from mission_desk.core.room import people, scene
from mission_desk.core.room.style_words import style_names
from mission_desk.core.stage import stage_board
from mission_desk.core.statement import drafts
from mission_desk.core.vote import polls, reasons
from mission_desk.core.vote.decided_by import terms
from mission_desk.core.vote.first_round import before_talking, words_before
from mission_desk.core.vote.outcome import OptionOutcome, Outcome, outcome
from mission_desk.posters.contents import (
    BoardPoster,
    Box,
    Look,
    PosterNote,
    ResultPoster,
    ResultRow,
    StatementPoster,
)
from mission_desk.words import tr, trn
from mission_desk.written import full_day


def statement_poster(
    doc: Document, draft: Draft | None = None, look: Look = "accent", ink_saver: bool = False
) -> StatementPoster:
    """The given draft, else the chosen one; KnownError where none is chosen."""
    row = draft or drafts.chosen(doc)
    if row is None or not row.text.strip():
        raise KnownError(tr("There is no statement to print yet. Choose a draft as your statement first."))
    workshop = scene.workshop(doc)
    vision = _vision_beside(doc, row)
    return StatementPoster(
        statement=row.text.strip(),
        vision=vision,
        vision_eyebrow=_eyebrow("vision", workshop.language) if vision else "",
        eyebrow=_eyebrow(row.kind, workshop.language),
        team=workshop.team,
        event=event(doc),
        names=tuple(seat.name.strip() for seat in people.seats(doc) if seat.name.strip()),
        squares=tuple(note.style for board in boards.boards(doc) for note in boards.notes_on(doc, board.id)),
        look=look,
        language=workshop.language,
        ink_saver=ink_saver,
    )


def _vision_beside(doc: Document, row: Draft) -> str:
    """The chosen vision, below the chosen mission."""
    vision = drafts.chosen_vision(doc)
    return vision.text.strip() if vision is not None and row.chosen and row.id != vision.id else ""


def board_poster(doc: Document, board_key: str) -> BoardPoster:
    """The board as it stands; KnownError where the workshop has none of that key."""
    board = boards.board_by_key(doc, board_key)
    notes = [note for note in boards.notes_on(doc, board.id) if not note.covered]  # a wall reads them
    language = scene.workshop(doc).language
    clusters = {row.id: row for row in boards.clusters_on(doc, board.id)}
    shown, folded = stage_board.parted(notes, clusters)
    return BoardPoster(
        title=board.title,
        prompt=board.prompt,
        event=event(doc),
        regions=_regions(doc, board),
        clusters=_clusters(clusters, notes),
        notes=(
            *(_poster_note(doc, note, language) for note in shown),
            *(_folded(row, members, language) for row, members in folded),
        ),
        language=language,
        axes=axes_of(board, regions_on(doc, board.id)),
    )


def result_poster(doc: Document, poll: Poll | None = None) -> ResultPoster:
    """How the room voted: the given poll, else the newest closed one; KnownError while none is closed."""
    row = poll or next((each for each in polls.polls(doc) if each.state == "closed"), None)
    if row is None:
        raise KnownError(tr("There is no closed poll to print yet. Close the poll first."))
    language = scene.workshop(doc).language
    poll_outcome = outcome(doc, row.id, language)
    chosen, before = drafts.chosen(doc), before_talking(doc, row, language)
    return ResultPoster(
        question=row.question,
        rows=tuple(
            _result_row(poll_outcome, option, chosen, words_before(before, option.choice, language))
            for option in poll_outcome.options
        ),
        event=event(doc),
        note=_how_counted(poll_outcome, language),
        language=language,
        legend=() if polls.takes_dots(row) else poll_outcome.keys,
        decision=row.decision,
        reasons=reasons.shuffled(doc, row),
    )


def _result_row(poll_outcome: Outcome, option: OptionOutcome, chosen: Draft | None, before: str) -> ResultRow:
    """With dots an option has a bar of their number, with other rules a bar of how the room divides. Where
    there are too few secret ballots to show either, only its place stands there."""
    choice, ours = option.choice, chosen is not None and option.choice.draft == chosen.id
    if option.dots is not None:
        total = sum(each.dots or 0 for each in poll_outcome.options)
        return ResultRow(choice.name, choice.text, option.dots, total, ours, verdict=before)
    bar = tuple(band for band in option.bands if band.count)
    score = option.score or f"{option.place}."
    verdict = " · ".join(part for part in (option.verdict, before) if part)
    return ResultRow(choice.name, choice.text, 0, 0, ours, score, bar, verdict)


def event(doc: Document) -> str:
    """Where and when, as far as it is known: "Harbour House, 23 November 2026"."""
    workshop = scene.workshop(doc)
    parts = (workshop.place.strip(), written_date(workshop.day, workshop.language))
    return ", ".join(part for part in parts if part)


def written_date(day: str, language: str) -> str:
    """An ISO date in words; what is no date stays as it was typed."""
    try:
        return full_day(date.fromisoformat(day), language)
    except ValueError:
        return day.strip()


def _eyebrow(kind: str, language: str) -> str:
    return tr("Our vision", language) if kind == "vision" else tr("Our mission", language)


def _regions(doc: Document, board: Board) -> tuple[Box, ...]:
    rows = regions_on(doc, board.id)
    return tuple(Box(row.title, row.x, row.y, row.w, row.h) for row in rows)


def _clusters(clusters: dict[int, Cluster], notes: list[Note]) -> tuple[Box, ...]:
    """The clusters that are open. A folded cluster is printed as one note."""
    return tuple(
        Box(clusters[number].name, box.x, box.y, box.w, box.h, clusters[number].colour)
        for number, box in sorted(boards.cluster_boxes(notes).items())
        if not clusters[number].folded
    )


def _folded(row: Cluster, members: list[Note], language: str) -> PosterNote:
    """A cluster that is folded up: one note with its name, how many it holds and all their dots."""
    words, style = stage_board.head_words(row, members, language), stage_board.head_style(row)
    left, top = min(note.x for note in members), min(note.y for note in members)
    return PosterNote(
        words, style, "", left, top, NOTE_WIDTH, NOTE_HEIGHT, sum(note.dots for note in members)
    )


def _poster_note(doc: Document, note: Note, language: str) -> PosterNote:
    values = shared_values(note, PosterNote) | {
        "label": style_names(language)[note.style],
        "picture": pictures.content(doc, note.picture) if note.picture else None,
        "instead": tr("This picture cannot be drawn.", language) if note.picture else "",
    }
    return PosterNote(**values)


def _how_counted(poll_outcome: Outcome, language: str) -> str:
    seats = trn("{n} seat voted", "{n} seats voted", poll_outcome.ballots, language)
    if polls.takes_dots(poll_outcome.poll):
        how = trn("{n} dot each", "{n} dots each", poll_outcome.poll.dots, language)
    else:
        how = polls.rule_name(poll_outcome.poll.rule, language)
    secret = tr("secret", language) if poll_outcome.poll.secret else ""
    return " · ".join(part for part in (seats, how, secret, *terms(poll_outcome, language)) if part)
