"""Every place where somebody can type: how to bring it up in a real desk, and which fields stand there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, pictures
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Concern, Note
from mission_desk.core.plan import editions, links, priorities, roadmap
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns, draft_tests, drafts, gut_feelings
from mission_desk.core.vote import ballots, poll_closing, poll_opening, poll_options, polls
from mission_desk.core.whole.starting import start_workshop
from mission_desk.tally.election import Ballot
from mission_desk.ui.board.writing.editor import PlaceEditor
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.parts.pictures.picture_reading import png
from mission_desk.ui.scene.names import NameField
from mission_desk.ui.vote.entry.hands_entry import HandCell

Field = QLineEdit | QPlainTextEdit | QTextEdit

# Nothing that is typed there is meant to stay.
NOT_KEPT = {
    "Find a note": "looks for notes on the shelf",
    "What do you want to do?": "looks for an action",
    "Find words in notes, drafts and the road map": "looks for words",
}


ALIKE = [
    "Nobody waits on the phone", "Nobody should wait on the phone",
    "Answer before they have to ask", "Be there before they ask",
]  # fmt: skip


def write_workshop(path: Path) -> None:
    """A small day in which every page has something to type into."""
    doc = start_workshop(path, method("find-our-mission"), "en")
    board = boards.board_by_key(doc, "think-big").id
    picture = QImage(60, 30, QImage.Format.Format_RGB32)
    picture.fill(0)
    content = png(picture)
    pictures.add_pictures(doc, board, [pictures.Picture("png", 60, 30, content)], "ideator", at=(900, 0))
    one, two = boards.add_notes(doc, board, ["one", "two"], "ideator")
    boards.add_notes(doc, board, ["three"], "ideator")
    boards.add_notes(doc, boards.board_by_key(doc, "gut").id, ALIKE, "heart")
    concerns.raise_concern(doc, "who pays?", note=one)
    for text in ("We give small shops their evenings back.", "We pick up the phone."):
        drafts.add_draft(doc, text=text)
    concerns.raise_concern(doc, "too long", draft=drafts.drafts(doc)[0].id)
    people.set_style_counts(doc, {"analyst": 3})
    roadmap.add_guideline(doc, role="Agent", text="Stay on the line")
    editions.add_promise(doc, "priority", "answer in a day")
    assert two != one
    doc.close()


def bar(doc: Document) -> str:
    """The name under which the words in the capture bar of the board in sight are kept."""
    board = desk_position.board(doc)
    return f"capture.{board.id if board else 0}"


def first_draft(desk: Desk) -> int:
    return drafts.drafts(desk.doc)[0].id


def statement(desk: Desk) -> None:
    desk_position.show_draft(desk.doc, first_draft(desk))


def select(desk: Desk, text: str) -> None:
    desk_position.show_board(desk.doc, "think-big")
    QApplication.processEvents()
    canvas = desk.pages["board"].canvas  # type: ignore[attr-defined]
    canvas.setFocus()
    canvas.select({desk.doc.rows(Note, "text = ?", text)[0].id})


def names(desk: Desk) -> None:
    desk_position.show_page(desk.doc, "scene")
    seats = desk.pages["scene"].seats  # type: ignore[attr-defined]
    if not seats.names.isVisibleTo(seats):
        seats.names_button.click()


def caption(desk: Desk) -> None:
    desk_position.show_board(desk.doc, "think-big")
    QApplication.processEvents()
    canvas = desk.pages["board"].canvas  # type: ignore[attr-defined]
    canvas.select({desk.doc.rows(Note, "picture <> ''")[0].id})


def hands(desk: Desk) -> None:
    """An open poll, counted by hands."""
    if polls.newest(desk.doc) is None:
        options = poll_options.free_options("tea\ncoffee")
        poll_opening.open_poll(desk.doc, "Which?", options, rule="dots")
    desk_position.show_page(desk.doc, "vote")
    desk.commands.run("poll.way_hands")


def decision(desk: Desk) -> None:
    """Under a closed poll, whose options are level."""
    poll = polls.newest(desk.doc)
    if poll is None:
        number = poll_opening.open_poll(
            desk.doc, "Which?", poll_options.free_options("tea\ncoffee"), rule="score"
        )
        ballots.cast(desk.doc, number, people.seats(desk.doc)[0].id, Ballot((5, 5)))
        poll_closing.close_poll(desk.doc, number)
    desk_position.show_page(desk.doc, "vote")


def note_answer(desk: Desk) -> None:
    select(desk, "one")
    for button in desk.pages["board"].inspector.findChildren(QWidget):  # type: ignore[attr-defined]
        if getattr(button, "text", str)() == "Answer…" and button.isVisible():
            button.click()


def board_setup(desk: Desk) -> None:
    desk_position.show_board(desk.doc, "customers")
    desk.commands.run("board.setup")


def new_in_place(desk: Desk) -> None:
    desk_position.show_board(desk.doc, "think-big")
    QApplication.processEvents()
    page = desk.pages["board"]
    if not page.editor.isVisible():  # type: ignore[attr-defined]
        page.writing.edit(None, 300, 700)  # type: ignore[attr-defined]


def edit_in_place(desk: Desk) -> None:
    desk_position.show_board(desk.doc, "think-big")
    QApplication.processEvents()
    if not desk.pages["board"].editor.isVisible():  # type: ignore[attr-defined]
        select(desk, "two")
        desk.commands.run("note.edit")


def concern(desk: Desk) -> None:
    statement(desk)
    if desk.pages["statement"].aside.raising.isHidden():  # type: ignore[attr-defined]
        desk.commands.run("draft.concern")


def draft_answer(desk: Desk) -> None:
    statement(desk)
    (row,) = desk.doc.rows(Concern, "draft IS NOT NULL")
    desk.pages["statement"].aside.card(row.id).start_answer()  # type: ignore[attr-defined]


def picking(desk: Desk) -> None:
    statement(desk)
    desk.commands.run("bench.compare")
    compare = desk.pages["statement"].work.compare  # type: ignore[attr-defined]
    compare.way.show_choice("pick")
    compare._show()


def by_heart(desk: Desk) -> None:
    statement(desk)
    desk.commands.run("bench.tests")
    draft_tests.show_heart(desk.doc, first_draft(desk), "gone")


def hunt(desk: Desk) -> None:
    statement(desk)
    desk.commands.run("bench.hunt")


def feelings(desk: Desk) -> None:
    statement(desk)
    if gut_feelings.newest(desk.doc, first_draft(desk)) is None:
        gut_feelings.ask(desk.doc, first_draft(desk))


def free_options(desk: Desk) -> None:
    desk_position.show_page(desk.doc, "vote")
    desk.pages["vote"].setup.options.turn_to("free")  # type: ignore[attr-defined]


def guideline(desk: Desk) -> None:
    desk_position.show_page(desk.doc, "roadmap")
    desk.pages["roadmap"].show_row(roadmap.guidelines(desk.doc)[0].id)


def step(desk: Desk) -> None:
    desk_position.show_page(desk.doc, "posters")
    if desk.rail.editor is None:
        desk.commands.run("step.edit")


def proposed_groups(desk: Desk) -> None:
    """A worker finds them; their names can be changed before anything is grouped."""
    desk_position.show_board(desk.doc, "gut")
    QApplication.processEvents()
    proposal = desk.pages["board"].similar.proposal  # type: ignore[attr-defined]
    if not proposal.cards:
        desk.commands.run("board.similar")
    for _ in range(3000):  # until they are there; a minute at most
        if proposal.cards and all(card.isVisible() for card in proposal.cards):
            return
        QTest.qWait(20)
    raise AssertionError("no group was proposed")


def question(desk: Desk) -> None:
    desk_position.show_page(desk.doc, "posters")
    desk.commands.run("file.point")


def page(key: str) -> Callable[[Desk], None]:
    return lambda desk: desk_position.show_page(desk.doc, key)


def priority(desk: Desk) -> None:
    """The company's first with all its fields: which card is open depends on where one writes."""
    desk_position.show_page(desk.doc, "priorities")
    desk.pages["priorities"].cards["company"][0].field.setFocus()  # type: ignore[attr-defined]


def link(desk: Desk) -> None:
    """A card between two that are written."""
    ends = [priorities.priorities(desk.doc, side)[0] for side in ("company", "team")]
    if not links.links(desk.doc):
        links.link(desk.doc, ends[0].id, ends[1].id)
    priority(desk)


PLACES: dict[str, Callable[[Desk], None]] = {
    "scene": page("scene"), "names": names, "board": lambda desk: desk_position.show_board(desk.doc,
    "think-big"), "note": lambda desk: select(desk, "two"), "caption": caption, "note answer": note_answer,
    "board set-up": board_setup, "new in place": new_in_place, "edit in place": edit_in_place,
    "statement": statement, "concern": concern, "draft answer": draft_answer, "picking": picking,
    "by heart": by_heart, "hunt": hunt, "feelings": feelings, "vote": page("vote"),
    "free options": free_options, "hands": hands, "decision": decision,
    "priorities": priority, "link": link, "guideline": guideline,
    "posters": page("posters"), "review": page("review"), "step": step, "question": question,
    "proposed groups": proposed_groups,
}  # fmt: skip


# Places where typing into the others ends what is meant: it hands the note in, or makes other seats.
ONLY: dict[str, type[QWidget]] = {
    "names": NameField,
    "new in place": PlaceEditor,
    "edit in place": PlaceEditor,
}


def fields(desk: Desk) -> list[Field]:
    """Where one can type now, but for what is not meant to stay."""
    windows = (desk, *desk.windows.open)
    field_by_id: dict[int, Field] = {}
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for field in (each for window in windows for each in window.findChildren(kind)):
            if field.isVisible() and not field.isReadOnly() and field.placeholderText() not in NOT_KEPT:
                field_by_id[id(field)] = field
    return list(field_by_id.values())


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_into(field: Field, words: str) -> None:
    """In place of what stands there, by real keys."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def words_for(field: Field, number: int) -> str:
    if isinstance(field, HandCell):
        return "1"
    return str(11 + number) if isinstance(field, ParsedField) else f"zebra{number}x"


def as_after_a_kill(doc: Document, target: Path) -> Path:
    """What is on the disk now, as a process that dies leaves it."""
    copy = sqlite3.connect(target)
    doc.connection.backup(copy)
    copy.close()
    return target


def everything(path: Path) -> str:
    """All rows of a file as text."""
    file = sqlite3.connect(path)
    tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows_as_text = "\n".join(repr(row) for name in tables for row in file.execute(f"SELECT * FROM {name}"))
    file.close()
    return rows_as_text


@contextmanager
def full_disk() -> Iterator[None]:
    """No byte can be written."""
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
