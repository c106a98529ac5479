"""What the room must never see, planted in every private place there is: no slide holds a letter of it or is
another one because of it, and not one pixel of the stage is. For every page, and for all that can be called
up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import astuple, replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.board.covering import cover_notes
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Seat
from mission_desk.core.room import people
from mission_desk.core.stage import breaks, clicker, reading_out, stage_state
from mission_desk.core.stage.slides import BoardBody, PairBody, Slide, StatementBody
from mission_desk.core.stage.stage import now
from mission_desk.core.statement import concerns, draft_tests, drafts, gut_feelings
from mission_desk.core.vote import ballots, poll_closing, poll_opening, poll_options, polls
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.stage.layout.parting import parted
from tests.core.stage import on_stage
from tests.core.vote.voting import marks

SECRET = "Zyxwhisper"
LONG = "internationalization"
EYE = 16  # of 255
STATEMENTS = ("We deliver innovative solutions that let shops breathe.", "We leverage synergies.")
SHOWN: dict[str, Callable[[Document], object]] = {
    **{page: lambda doc, page=page: on_stage.show_page(doc, page) for page in PAGES},
    "arranged": lambda doc: (on_stage.show_board(doc, "think-big"), stage_state.arrange(doc)),
    "prompt": stage_state.show_prompt,
    "read out": lambda doc: (on_stage.show_board(doc, "think-big"), reading_out.read_out(doc)),
    "pair": lambda doc: (on_stage.show_page(doc, "statement"), clicker.show_pair(doc)),
    "celebration": stage_state.celebrate,
    "celebrated": lambda doc: (stage_state.celebrate(doc), clicker.turn(doc, 1, more=False)),
    "break": breaks.take_break,
    "blank": lambda doc: stage_state.blank(doc, "paper"),
    "black": lambda doc: stage_state.blank(doc, "black"),
}


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Its time stands still, or the clock of the break would tell the pictures apart."""
    document = start_workshop(tmp_path / "day.mission", method("find-our-mission"), "en", lambda: 1.795e9)
    yield document
    document.close()


@pytest.fixture
def desk(qtbot: QtBot, doc: Document) -> Iterator[Desk]:
    """A desk on the board, with everything that has a private side in it, and the stage on."""
    board = boards.board_by_key(doc, "think-big").id
    notes = boards.add_notes(doc, board, ["Nobody waits", "Calm voices"], "ideator")
    cover_notes(doc, boards.add_notes(doc, board, ["under its back"], "heart"))
    boards.add_dots(doc, notes[:1], 2)
    for text in STATEMENTS:
        drafts.add_draft(doc, text=text)
    drafts.choose(doc, drafts.drafts(doc)[0].id)
    options = poll_options.draft_options(drafts.drafts(doc))
    poll_opening.open_poll(doc, "Which one?", options, dots_each=3, secret=False)
    ballots.cast(doc, polls.polls(doc)[0].id, people.seats(doc)[0].id, marks(3, 0))
    gut_feelings.ask(doc, drafts.drafts(doc)[0].id)
    gut_feelings.turn_on_stage(doc)
    on_stage.show_board(doc, "think-big")
    desk_window = Desk(doc, theme.LIGHT)
    qtbot.addWidget(desk_window)
    desk_window.resize(1600, 900)
    desk_window.show()
    desk_window.commands.run("stage.show")
    window = desk_window.stage_control.window
    assert window is not None
    window.showNormal()
    window.resize(1024, 768)
    # A worker reads where long words may be parted: that must not come between two pictures.
    qtbot.waitUntil(lambda: parted(LONG, "en") != LONG)
    yield desk_window
    desk_window.close()


class Seen(Struct, frozen=True):
    """What the room saw: the slide as it is kept up to date, and its picture."""

    slide: Slide
    image: QImage

    def is_like(self, other: Seen) -> bool:
        return self.without_view() == other.without_view() and same(self.image, other.image)

    def without_view(self) -> Slide:
        """All of it but where the desk looks: an arranged board follows that, and may."""
        body = self.slide.body
        return (
            replace(self.slide, body=replace(body, sight=None)) if isinstance(body, BoardBody) else self.slide
        )


def plant(desk: Desk) -> None:
    """The secret in every place that is not for the room."""
    doc = desk.doc
    for step in agenda.steps(doc):
        outline.edit_step(doc, step.id, note=f"{SECRET} note of {step.title}")
    board = boards.board_by_key(doc, "think-big").id
    first, _, covered = boards.notes_on(doc, board)
    boards.edit_note(doc, covered.id, f"{SECRET} lies face down")
    boards.add_dots(doc, [covered.id], 3)
    with doc.action("note.edit") as write:
        write.update(Note, covered.id, picture=f"{SECRET} picture")
    concerns.raise_concern(doc, f"{SECRET} worries", note=first.id)
    for draft in drafts.drafts(doc):
        concern = concerns.raise_concern(doc, f"{SECRET} doubts", draft=draft.id, phrase="solutions")
        concerns.answer_concern(doc, concern, f"{SECRET} answers")
        drafts.rename_draft(doc, draft.id, f"{SECRET} name")
        drafts.set_audience(doc, draft.id, f"{SECRET} audience")
        draft_tests.note_recall(doc, draft.id, f"{SECRET} as I remember it")
    seats = people.seats(doc)
    feeling = gut_feelings.newest(doc, drafts.drafts(doc)[0].id)
    assert feeling is not None
    gut_feelings.record_feeling(doc, feeling.id, seats[1].id, 9, SECRET)
    people.name_seat(doc, seats[0].id, f"{SECRET} voter")
    ballots.cast(doc, polls.polls(doc)[0].id, seats[0].id, marks(1, 2))
    half_typed(desk)


def half_typed(desk: Desk) -> None:
    """In the line one types into, in a note that is being written, in the agenda; a note selected, words
    looked for, the list of commands open."""
    desk.commands.run("step.edit")
    assert desk.rail.editor is not None
    desk.rail.editor.note.setPlainText(f"{SECRET} half a thought")
    on_stage.show_board(desk.doc, "think-big")
    page = desk.pages["board"]
    page.bar.field.setPlainText(f"{SECRET} half typed")
    page.show_row(boards.notes_on(desk.doc, boards.board_by_key(desk.doc, "think-big").id)[0].id)
    desk.commands.run("note.edit")
    desk.search.look_for("Calm")
    desk.commands.run("find.action")


def shown(desk: Desk, what: str) -> Seen:
    """What the room sees; afterwards the stage follows the desk again."""
    doc = desk.doc
    SHOWN[what](doc)
    window = desk.stage_control.window
    assert window is not None
    seen = Seen(desk.stage_control.current_slide(), window.grab().toImage())
    for slide in (now(doc, tones=seen.slide.tones), seen.slide):  # read anew, and as it was kept up to date
        assert SECRET.lower() not in " ".join(strings(slide)).lower()
        assert slide == seen.slide
    state = stage_state.read_state(doc)
    stage_state.change(doc, shows="", blank="", arranged=False, celebrated=False)
    assert state != stage_state.StageState() or what in PAGES
    return seen


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


def statements(slide: Slide) -> list[StatementBody]:
    body = slide.body
    bodies = (body.left, body.right) if isinstance(body, PairBody) else (body,)
    return [each for each in bodies if isinstance(each, StatementBody)]


def signs(slide: Slide) -> list[object]:
    """What the sensor says in it."""
    return [each for body in statements(slide) for each in (*body.signs, body.asks) if each]


def test_no_page_of_the_stage_shows_what_is_private(desk: Desk) -> None:
    before = {what: shown(desk, what) for what in SHOWN}
    plant(desk)
    for what, seen in before.items():
        assert shown(desk, what).is_like(seen), what


def test_the_secret_would_be_found(desk: Desk) -> None:
    """The same search, with the secret where the room does look."""
    window = desk.stage_control.window
    assert window is not None
    before = window.grab().toImage()
    note = boards.notes_on(desk.doc, boards.board_by_key(desk.doc, "think-big").id)[0].id
    boards.edit_note(desk.doc, note, SECRET)
    assert not same(window.grab().toImage(), before)
    with pytest.raises(AssertionError):
        shown(desk, "board")


@pytest.mark.parametrize("what", ["statement", "pair"])
def test_findings_reach_the_stage_only_where_they_are_switched_on(desk: Desk, what: str) -> None:
    every = {each: shown(desk, each) for each in SHOWN}
    assert not any(signs(each.slide) for each in every.values())
    stage_state.show_findings(desk.doc)
    marked = shown(desk, what)
    assert all(body.signs for body in statements(marked.slide))
    assert not same(marked.image, every[what].image)
    stage_state.show_findings(desk.doc)
    assert shown(desk, what).is_like(every[what])


def test_how_anybody_voted_is_not_told_before_the_result_is_revealed(desk: Desk) -> None:
    doc = desk.doc
    poll = polls.polls(doc)[0].id
    plain = shown(desk, "vote")
    for seat in doc.rows(Seat)[:1]:
        ballots.cast(doc, poll, seat.id, marks(0, 3))
    assert shown(desk, "vote").is_like(plain)
    poll_closing.close_poll(doc, poll)
    veiled = shown(desk, "vote")
    polls_shown = now(doc).body
    assert not any(row.is_revealed for row in polls_shown.rows)
    clicker.turn(doc, 1, more=False)
    first = shown(desk, "vote")
    assert not same(first.image, veiled.image)
    assert [row.is_revealed for row in first.slide.body.rows] == [True, False]


def test_the_chosen_statement_waits_until_the_celebration_begins(desk: Desk) -> None:
    """The slide of the waiting room does not know it: no drawing can tell it too early."""
    chosen = drafts.chosen(desk.doc)
    assert chosen is not None
    assert chosen.text not in strings(shown(desk, "celebration").slide)
    assert chosen.text in strings(shown(desk, "celebrated").slide)


def test_the_pointer_is_the_only_thing_of_the_mouse(qtbot: QtBot, desk: Desk) -> None:
    """Hovering and pressing on the desk changes nothing in the room."""
    window = desk.stage_control.window
    assert window is not None
    before = window.grab().toImage()
    canvas = desk.pages["board"].canvas
    qtbot.mouseMove(canvas, QPoint(300, 300))
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    assert same(window.grab().toImage(), before)
