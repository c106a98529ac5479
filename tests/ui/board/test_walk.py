"""A random walk of hands over the board: after every gesture the rows, what is drawn and what the list shows
agree, and Undo goes all the way back to the start."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Cluster, Note, Region
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns
from mission_desk.ui.board.commands.letter_list import LetterList
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette
from tests.ui.board.hands import CONTROL, LEFT, PLAIN, SHIFT, SPOTS, board_page, drag, press, view, wheel

FIVE = {**SPOTS, "five": (420, 380)}
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
KEYS: tuple[tuple[Qt.Key | str, Qt.KeyboardModifier], ...] = (
    *((arrow, modifier) for arrow in ARROWS for modifier in (PLAIN, SHIFT, CONTROL, CONTROL | SHIFT)),
    *((letter, PLAIN) for letter in "dfloawxmpt+-1234"),
    *((key, CONTROL) for key in "adgtz[]"),
    ("z", CONTROL | SHIFT),
    ("k", CONTROL | SHIFT),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Escape, PLAIN),
    (Qt.Key.Key_Delete, PLAIN),
)
SET_UP = ("board.field", "board.field", "board.left", "board.right", "board.remove")
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SHARES = st.sampled_from((0.0, 0.1, 0.5, 0.9, 1.0))


@dataclass(frozen=True)
class Deed:
    """What is done next, drawn before anything is done: what comes of one deed must not change how the
    next is drawn."""

    name: str
    thing: int  # which of what lies there
    across: float
    down: float
    at: tuple[int, int]
    way: tuple[int, int]
    key: tuple[Qt.Key | str, Qt.KeyboardModifier]
    letter: str
    line: str
    words: str
    end: Qt.Key


class Hands:
    """Each method is one thing a person does; none knows what comes of it."""

    def __init__(self, qtbot: QtBot, page: BoardPage, deed: Deed) -> None:
        self.qtbot, self.page, self.deed = qtbot, page, deed
        if not page.window().isActiveWindow():  # where a list has closed; a real screen sees to it
            with qtbot.waitActive(page.window()):
                page.window().activateWindow()
        page.canvas.setFocus()

    def on_something(self) -> QPoint:
        """On a note, a frame or nothing."""
        model, deed = self.page.model, self.deed
        boxes = [model.shown_box(note) for note in model.notes.values()] + list(model.frames.values())
        if not boxes or deed.thing % 5 == 0:
            return QPoint(*deed.at)
        box = sorted(boxes, key=lambda box: (box.x, box.y, box.w, box.h))[deed.thing % len(boxes)]
        return view(self.page, box.x + box.w * deed.across, box.y + box.h * deed.down)

    def click(self) -> None:
        QTest.mouseClick(self.page.canvas, LEFT, PLAIN, self.on_something())

    def click_more(self) -> None:
        QTest.mouseClick(self.page.canvas, LEFT, CONTROL, self.on_something())

    def drag(self) -> None:
        drag(self.page, self.on_something(), QPoint(*self.deed.way))

    def press(self) -> None:
        press(self.page, *self.deed.key)
        self.write_what_is_asked()

    def press_again(self) -> None:
        self.press()

    def fold(self) -> None:
        press(self.page, "f")

    def gather(self) -> None:
        """All or some of the notes into a cluster of their own."""
        press(self.page, "g", CONTROL)
        self.write_what_is_asked()

    def lock(self) -> None:
        press(self.page, "l")

    def turn_back(self) -> None:
        press(self.page, "z", CONTROL)

    def take_all(self) -> None:
        press(self.page, "a", CONTROL)

    def ask(self) -> None:
        """A letter that opens a list, and a line of it."""
        press(self.page, self.deed.letter)
        asked = QApplication.activePopupWidget()
        if isinstance(asked, LetterList):
            QTest.keyClick(asked, self.deed.line)
            if asked.isVisible():
                QTest.keyClick(asked, ESCAPE)
        self.write_what_is_asked()

    def double_click(self) -> None:
        QTest.mouseDClick(self.page.canvas, LEFT, PLAIN, self.on_something())
        self.write_what_is_asked()

    def next_beside(self) -> None:
        if len(self.page.canvas.selection) == 1:
            press(self.page, Qt.Key.Key_Tab)
        self.write_what_is_asked()

    def next_below(self) -> None:
        press(self.page, RETURN, CONTROL)
        self.write_what_is_asked()

    def paste(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("abcd"[: 1 + self.deed.thing % 4]))
        press(self.page, "v", CONTROL)
        if self.page.bar.pasted.isVisible():
            press(self.page, self.deed.end)
        self.page.bar.field.clear()

    def hang(self) -> None:
        """A picture from the clipboard, which is read beside and comes when it comes."""
        image = QImage(40 + 10 * (self.deed.thing % 4), 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.blue)
        QGuiApplication.clipboard().setImage(image)
        with self.qtbot.waitSignal(self.page.pictures.intake.taken):
            press(self.page, "v", CONTROL)

    def write(self) -> None:
        """On the selected note, or under the selected picture."""
        press(self.page, Qt.Key.Key_F2)
        self.write_what_is_asked()

    def other_board(self) -> None:
        press(self.page, Qt.Key.Key_Tab, CONTROL)

    def own_board(self) -> None:
        """Empty, or from one of the first templates, and named."""
        press(self.page, "b", CONTROL | SHIFT)
        asked = QApplication.activePopupWidget()
        assert isinstance(asked, Palette)
        for _ in range(self.deed.thing % 3):
            QTest.keyClick(asked.field, Qt.Key.Key_Down)
        QTest.keyClick(asked.field, RETURN)
        self.name_board()

    def name_board(self) -> None:
        commands, panel = self.page.place.commands, self.page.setup.panel
        commands.run("board.setup")
        QTest.keyClicks(panel.title, self.deed.words)
        QTest.keyClick(panel.title, RETURN)
        QTest.keyClick(panel, ESCAPE)

    def set_up(self) -> None:
        """A field more or less, or the board among the others."""
        page, panel = self.page, self.page.setup.panel
        page.place.commands.run_if_it_may(SET_UP[self.deed.thing % len(SET_UP)])
        if self.deed.down == 0 and page.model.regions:
            panel.fields.removed.emit(page.model.regions[0].id)
        QTest.keyClick(panel, ESCAPE)

    def turn_over(self) -> None:
        """The same board as a list, and back."""
        commands = self.page.place.commands
        commands.run("board.list")
        agrees(self.page)
        assert len(listed(self.page)) == len(self.page.model.notes)
        commands.run("board.list")

    def look(self) -> None:
        wheel(self.page, QPoint(*self.deed.at), QPoint(0, self.deed.way[1]))
        self.page.canvas.sight.fit()

    def write_what_is_asked(self) -> None:
        if self.page.editor.isVisible():
            QTest.keyClicks(self.page.editor, self.deed.words)
            press(self.page, self.deed.end)


DEEDS = [name for name in vars(Hands) if not name.startswith(("_", "on_", "write_"))]
ANY = st.builds(
    Deed,
    name=st.sampled_from(DEEDS),
    thing=st.integers(0, 60),
    across=SHARES,
    down=SHARES,
    at=st.tuples(st.integers(30, 1000), st.integers(90, 640)),
    way=st.tuples(st.integers(-300, 300), st.integers(-200, 200)),
    key=st.sampled_from(KEYS),
    letter=st.sampled_from("gsk"),
    line=st.sampled_from("gab126"),
    words=st.sampled_from(("word", "")),
    end=st.sampled_from((RETURN, RETURN, ESCAPE)),
)


def agrees(page: BoardPage) -> None:
    """The page knows exactly what is in the file; each of its views shows it."""
    model, board = page.model, page.model.board
    assert board == desk_position.board(page.doc)
    assert model.regions == regions.regions_on(page.doc, board.id)
    rows = {row.id: row for row in boards.notes_on(page.doc, board.id)}
    clusters = {row.id: row for row in page.doc.rows(Cluster, "board = ?", board.id)}
    assert model.notes == rows
    assert model.clusters == clusters
    folded = frozenset(row.id for row in clusters.values() if row.folded)
    assert model.frames == boards.cluster_boxes(rows.values(), folded)
    sums = {cluster: sum(row.dots for row in rows.values() if row.cluster == cluster) for cluster in clusters}
    assert {cluster: model.dots[cluster] for cluster in clusters} == sums
    assert model.worries == concerns.open_counts(page.doc, board.id)
    everywhere = Box(-(10**6), -(10**6), 2 * 10**6, 2 * 10**6)
    drawn = [row for row in rows.values() if row.cluster not in folded]
    assert model.notes_near(everywhere) == sorted(drawn, key=lambda row: (row.z, row.id))
    for row in drawn:
        assert row in model.notes_near(places.box_of(row))
    assert page.canvas.selection <= rows.keys()
    assert page.canvas.selection == model.whole(page.canvas.selection)
    assert {cluster for cluster in clusters if not any(r.cluster == cluster for r in rows.values())} == set()
    assert {note.id for note in listed(page)} in (set(), set(rows))


def listed(page: BoardPage) -> list[Note]:
    """The notes that the list shows, while it is the one that is seen."""
    rows = (
        page.canvas_or_list.list.rows
        if page.canvas_or_list.list is not None and page.canvas_or_list.shows_list()
        else None
    )
    notes = [rows.note_in(row) for row in range(rows.rowCount())] if rows is not None else []
    assert None not in notes
    return [note for note in notes if note is not None]


def everything(doc: Document) -> tuple[list[object], ...]:
    return tuple(doc.rows(table) for table in (Note, Cluster, Board, Region))


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    board_of_five = board_page(desk, FIVE)
    numbers = [row.id for row in board_of_five.model.notes.values()]
    for pair in (numbers[:2], numbers[2:4]):
        clustering.group_notes(desk.doc, pair, "pair")
    return board_of_five


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(ANY, min_size=5, max_size=14))
def test_whatever_hands_do_rows_and_views_agree(qtbot: QtBot, page: BoardPage, deeds: list[Deed]) -> None:
    doc = page.doc
    page.canvas.select({row.id for row in page.model.notes.values() if row.cluster is not None})
    page.canvas.sight.fit()
    doc.barrier("walk.begins")  # nothing before it can be undone, nor redone
    start = everything(doc)
    for deed in deeds:
        getattr(Hands(qtbot, page, deed), deed.name)()
        agrees(page)
    while everything(doc) != start:
        assert doc.undo()
        agrees(page)
