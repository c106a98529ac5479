"""What the room must never see, planted in every private place there is: no slide holds a letter of it, and
not one pixel of the stage is another one because of it. For every page, and for all that can be called up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import astuple
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mission_desk.core import (
    agenda,
    ballots,
    boards,
    breaks,
    closing,
    concerns,
    drafts,
    outline,
    people,
    poll_opening,
    poll_options,
    polls,
    reading_out,
    staging,
    standing,
    turning,
)
from mission_desk.core.covering import cover_notes
from mission_desk.core.document import Document
from mission_desk.core.methods import method
from mission_desk.core.rows import Seat
from mission_desk.core.stage import now
from mission_desk.core.starting import start_workshop
from mission_desk.ui import theme
from mission_desk.ui.desk import Desk
from mission_desk.ui.stage.parting import parted
from tests.core.voting import marks

SECRET = "Zyxwhisper"
LONG = "internationalization"
EYE = 16  # of 255
STATEMENT = "We deliver innovative solutions that let shops breathe."
SHOWN: dict[str, Callable[[Document], object]] = {
    **{page: lambda doc, page=page: standing.show_page(doc, page) for page in standing.PAGES},
    "arranged": lambda doc: (standing.show_board(doc, "think-big"), staging.arrange(doc)),
    "prompt": staging.show_prompt,
    "read out": lambda doc: (standing.show_board(doc, "think-big"), reading_out.read_out(doc)),
    "pair": lambda doc: (standing.show_page(doc, "statement"), turning.show_pair(doc)),
    "celebration": staging.celebrate,
    "celebrated": lambda doc: (staging.celebrate(doc), turning.turn(doc, 1, more=False)),
    "break": breaks.take_break,
    "blank": lambda doc: staging.blank(doc, "paper"),
    "black": lambda doc: staging.blank(doc, "black"),
}


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Its time stands still, or the clock of the break would tell the pictures apart."""
    found = start_workshop(tmp_path / "day.mission", method("find-our-mission"), "en", lambda: 1.795e9)
    yield found
    found.close()


@pytest.fixture
def desk(qtbot: QtBot, doc: Document) -> Iterator[Desk]:
    """A desk on the board, with everything that has a private side in it, and the stage on."""
    board = boards.board_by_key(doc, "think-big").id
    notes = boards.add_notes(doc, board, ["Nobody waits", "Calm voices"], "ideator")
    cover_notes(doc, boards.add_notes(doc, board, ["under its back"], "heart"))
    boards.add_dots(doc, notes[:1], 2)
    for text in (STATEMENT, "We give evenings back."):
        drafts.add_draft(doc, text=text)
    drafts.choose(doc, drafts.drafts(doc)[0].id)
    options = poll_options.draft_options(drafts.drafts(doc))
    poll_opening.open_poll(doc, "Which one?", options, dots_each=3, secret=False)
    ballots.cast(doc, polls.polls(doc)[0].id, people.seats(doc)[0].id, marks(3, 0))
    standing.show_board(doc, "think-big")
    found = Desk(doc, theme.LIGHT)
    qtbot.addWidget(found)
    found.resize(1600, 900)
    found.show()
    found.commands.run("stage.show")
    window = found.show_room.window
    assert window is not None
    window.showNormal()
    window.resize(1024, 768)
    # A worker reads where long words may be parted: that must not come between two pictures.
    qtbot.waitUntil(lambda: parted(LONG, "en") != LONG)
    yield found
    found.close()


def plant(desk: Desk) -> None:
    """The secret in every place that is not for the room."""
    doc = desk.doc
    for step in agenda.steps(doc):
        outline.edit_step(doc, step.id, note=f"{SECRET} note of {step.title}")
    board = boards.board_by_key(doc, "think-big").id
    first, _, covered = boards.notes_on(doc, board)
    boards.edit_note(doc, covered.id, f"{SECRET} lies face down")
    concerns.raise_concern(doc, f"{SECRET} worries", note=first.id)
    draft = drafts.drafts(doc)[0]
    concern = concerns.raise_concern(doc, f"{SECRET} doubts", draft=draft.id, phrase="solutions")
    concerns.answer_concern(doc, concern, f"{SECRET} answers")
    drafts.rename_draft(doc, draft.id, f"{SECRET} name")
    drafts.set_audience(doc, draft.id, f"{SECRET} audience")
    seats = people.seats(doc)
    people.name_seat(doc, seats[0].id, f"{SECRET} voter")
    ballots.cast(doc, polls.polls(doc)[0].id, seats[0].id, marks(1, 2))
    half_typed(desk)


def half_typed(desk: Desk) -> None:
    """In the line one types into, in a note that is being written, a note selected, the menu open."""
    standing.show_board(desk.doc, "think-big")
    page = desk.pages["board"]
    page.bar.field.setPlainText(f"{SECRET} half typed")
    page.show_row(boards.notes_on(desk.doc, boards.board_by_key(desk.doc, "think-big").id)[0].id)
    desk.commands.run("note.edit")
    desk.commands.run("find.action")


def shown(desk: Desk, what: str) -> QImage:
    """The stage's picture; afterwards it follows the desk again."""
    doc = desk.doc
    SHOWN[what](doc)
    window = desk.show_room.window
    assert window is not None
    image = window.grab().toImage()
    assert SECRET.lower() not in " ".join(strings(now(doc))).lower()
    told = staging.staging(doc)
    staging.change(doc, shows="", blank="", arranged=False, celebrated=False)
    assert told != staging.Staging() or what in standing.PAGES
    return image


def same(first: QImage, second: QImage) -> bool:
    """To the eye: Qt draws the edge of one and the same large letter in two ways, as its cache of letters is
    full or not."""
    small = [
        each.scaled(each.width() // 4, each.height() // 4, mode=Qt.TransformationMode.SmoothTransformation)
        for each in (first, second)
    ]
    one, two = (bytes(each.constBits()) for each in small)
    return len(one) == len(two) and all(abs(a - b) <= EYE for a, b in zip(one, two, strict=True))


def strings(of: object) -> Iterator[str]:
    """Every string in it, however deep."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, Struct):
        yield from strings(astuple(of))
    elif isinstance(of, tuple | list | frozenset | set):
        for each in of:
            yield from strings(each)
    elif isinstance(of, dict):
        yield from strings([*of.keys(), *of.values()])


def test_no_page_of_the_stage_shows_what_is_private(desk: Desk) -> None:
    before = {what: shown(desk, what) for what in SHOWN}
    plant(desk)
    for what, image in before.items():
        assert same(shown(desk, what), image), what


def test_the_secret_would_be_found(desk: Desk) -> None:
    """The same search, with the secret where the room does look."""
    window = desk.show_room.window
    assert window is not None
    before = window.grab().toImage()
    note = boards.notes_on(desk.doc, boards.board_by_key(desk.doc, "think-big").id)[0].id
    boards.edit_note(desk.doc, note, SECRET)
    assert not same(window.grab().toImage(), before)
    with pytest.raises(AssertionError):
        shown(desk, "board")


def test_findings_reach_the_stage_only_where_they_are_switched_on(desk: Desk) -> None:
    plain = shown(desk, "statement")
    staging.show_findings(desk.doc)
    assert not same(shown(desk, "statement"), plain)
    staging.show_findings(desk.doc)
    assert same(shown(desk, "statement"), plain)


def test_how_anybody_voted_is_not_told_before_the_result_is_revealed(desk: Desk) -> None:
    doc = desk.doc
    poll = polls.polls(doc)[0].id
    plain = shown(desk, "vote")
    for seat in doc.rows(Seat)[:1]:
        ballots.cast(doc, poll, seat.id, marks(0, 3))
    assert same(shown(desk, "vote"), plain)
    closing.close_poll(doc, poll)
    veiled = shown(desk, "vote")
    polls_shown = now(doc).body
    assert all(row.dots is None and row.seats is None for row in polls_shown.rows)
    turning.turn(doc, 1, more=False)
    assert not same(shown(desk, "vote"), veiled)


def test_the_pointer_is_the_only_thing_of_the_mouse(qtbot: QtBot, desk: Desk) -> None:
    """Hovering and pressing on the desk changes nothing in the room."""
    window = desk.show_room.window
    assert window is not None
    before = window.grab().toImage()
    canvas = desk.pages["board"].canvas
    qtbot.mouseMove(canvas, QPoint(300, 300))
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    assert same(window.grab().toImage(), before)
