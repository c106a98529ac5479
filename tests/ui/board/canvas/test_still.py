"""Nothing stays behind: whatever was scrolled, zoomed, dragged and edited before, what stands on the screen
is what a board that was never touched shows of the same rows from the same place."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, moving
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.look import theme

SIZE = 900, 620
STEPS, LOOK = 32, 4  # steps of a walk, and after how many it is compared with an untouched board
ROUNDING = 2  # of 255: where squares meet, a soft edge is rounded one way or the other
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Walk:
    """A canvas that follows its rows, and the steps a hand may take on it."""

    def __init__(self, qtbot: QtBot, doc: Document, seed: int) -> None:
        self.qtbot, self.doc, self.chance = qtbot, doc, random.Random(seed)
        self.board = boards.board_by_key(doc, "think-big")
        self.model = BoardModel(doc)
        fill(doc, self.board.id, self.chance)
        self.filled = doc.undoable
        self.model.show(self.board)
        self.canvas = self.shown(self.model)
        self.canvas.sight.fit()
        self.canvas.moved.connect(lambda notes, dx, dy: moving.move_notes(doc, notes, dx, dy))
        doc.subscribe(lambda changes: self.canvas.show_changes(self.model.follow(changes)))

    def shown(self, model: BoardModel) -> BoardCanvas:
        canvas = BoardCanvas(model, BoardPainter(theme.LIGHT, style_names()))
        self.qtbot.addWidget(canvas)
        QLabel("floats", canvas).setGeometry(16, 14, 300, 40)
        canvas.setObjectName("on its own")
        canvas.resize(*SIZE)
        canvas.show()
        return canvas

    def step(self) -> None:
        steps = [self.pan, self.pan, self.wheel, self.drag, self.choose, self.edit, self.add, self.undo]
        self.chance.choice(steps)()
        if self.chance.random() < 0.5:
            QApplication.processEvents()

    def rest(self) -> None:
        """Until nothing is left to draw, not even around what is in sight."""
        self.qtbot.waitUntil(self.canvas.is_drawn)
        self.qtbot.waitUntil(self.canvas.frames.cache.is_idle)
        QApplication.processEvents()

    def somewhere(self) -> QPoint:
        return QPoint(*(self.chance.randrange(100, side - 100) for side in SIZE))

    def pan(self) -> None:
        at, by = self.somewhere(), QPoint(self.chance.randint(-90, 90), self.chance.randint(-90, 90))
        self.hand(at, [at + by, at + 2 * by], Qt.MouseButton.MiddleButton)

    def wheel(self) -> None:
        at, none = QPointF(self.somewhere()), Qt.MouseButton.NoButton
        for _ in range(self.chance.randint(1, 4)):
            turn = QPoint(0, self.chance.choice([-120, -60, 60, 120]))
            place, phase = self.canvas.mapToGlobal(at), Qt.ScrollPhase.NoScrollPhase
            event = QWheelEvent(at, place, QPoint(), turn, none, NO_MODIFIER, phase, False)
            QApplication.sendEvent(self.canvas, event)

    def drag(self) -> None:
        if near := self.model.notes_near(self.canvas.sight.area()):
            at = self.canvas.sight.note_view_box(self.chance.choice(near)).center().toPoint()
            self.hand(at, [at + QPoint(30, 9), at + QPoint(77, -20)], Qt.MouseButton.LeftButton)

    def hand(self, at: QPoint, path: list[QPoint], button: Qt.MouseButton) -> None:
        self.qtbot.mousePress(self.canvas, button, pos=at)
        for place in path:
            self.qtbot.mouseMove(self.canvas, place)
            QApplication.processEvents()
        self.qtbot.mouseRelease(self.canvas, button, pos=path[-1])

    def choose(self) -> None:
        self.canvas.select(set(self.chance.sample(sorted(self.model.notes), 3)))

    def edit(self) -> None:
        boards.edit_note(self.doc, self.chance.choice(sorted(self.model.notes)), str(self.chance.random()))

    def add(self) -> None:
        boards.add_notes(self.doc, self.board.id, ["another"], "heart", area=self.canvas.sight.area())

    def undo(self) -> None:
        if self.doc.undoable != self.filled:
            self.doc.undo()

    def untouched(self) -> BoardCanvas:
        """Another canvas on the same rows, with the same notes selected."""
        model = BoardModel(self.doc)
        model.show(self.board)
        canvas = self.shown(model)
        canvas.sight.set_camera(self.canvas.sight.camera)
        canvas.select(self.canvas.selection)
        canvas.select_region(self.canvas.region)
        return canvas


def fill(doc: Document, board: int, chance: random.Random) -> None:
    with doc.action("note.add") as write:
        for n in range(90):
            x, y = n % 10 * 200, n // 10 * 180
            write.insert(
                Note, board=board, cluster=None, text=f"note {n}", style=chance.choice(THINKING_STYLES),
                x=x, y=y, w=180, h=156, z=n, dots=n % 9, at=0,
            )  # fmt: skip
    clustering.group_notes(doc, [1, 2, 11, 12], "Nights")


def on_screen(canvas: BoardCanvas) -> QImage:
    """What was presented, not what would be painted now."""
    return canvas.screen().grabWindow(canvas.winId()).toImage()


def difference(one: QImage, other: QImage) -> int:
    """The largest in any colour of any pixel."""
    images = [image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, other)]  # own their bits
    return max(abs(a - b) for a, b in zip(*(bytes(image.constBits()) for image in images), strict=True))


@pytest.mark.parametrize("seed", range(4))
def test_what_is_on_the_screen_is_what_an_untouched_board_shows(
    qtbot: QtBot, doc: Document, seed: int
) -> None:
    walk = Walk(qtbot, doc, seed)
    for n in range(STEPS):
        walk.step()
        qtbot.waitUntil(walk.canvas.is_drawn)
        QApplication.processEvents()
        assert on_screen(walk.canvas) == walk.canvas.grab().toImage()
        if n % LOOK == LOOK - 1:
            other = walk.untouched()
            qtbot.waitUntil(other.is_drawn)
            assert difference(on_screen(walk.canvas), other.grab().toImage()) <= ROUNDING
            other.close()


@pytest.fixture
def walk(qtbot: QtBot, doc: Document) -> Walk:
    """At 100 %, with all around it drawn: whatever is painted next is painted because the hand moves."""
    hand = Walk(qtbot, doc, 0)
    hand.canvas.sight.zoom(1 / hand.canvas.sight.camera.scale)
    hand.rest()
    return hand


def test_while_a_hand_pans_what_is_on_the_screen_moves_with_the_board(qtbot: QtBot, walk: Walk) -> None:
    at = QPoint(400, 300)
    qtbot.mousePress(walk.canvas, Qt.MouseButton.MiddleButton, pos=at)
    for by in (QPoint(3, 2), QPoint(-4, 9), QPoint(-5, -1), QPoint(20, -30)):
        at += by
        qtbot.mouseMove(walk.canvas, at)
        QApplication.processEvents()
        assert on_screen(walk.canvas) == walk.canvas.grab().toImage()  # before anything paints all of it
    qtbot.mouseRelease(walk.canvas, Qt.MouseButton.MiddleButton, pos=at)


def test_a_note_in_hand_is_seen_where_it_will_lie_and_nothing_is_left_behind(
    qtbot: QtBot, walk: Walk
) -> None:
    canvas, note = walk.canvas, walk.model.notes[90]  # on top
    canvas.sight.reveal(note)
    walk.rest()
    at = canvas.sight.note_view_box(note).center().toPoint()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, NO_MODIFIER, at)
    QApplication.sendEvent(canvas, carried(canvas, at + QPoint(-9, -3)))
    walk.rest()  # what lay under the note is drawn
    for by in (QPoint(-60, -41), QPoint(-63, -44)):
        QApplication.sendEvent(canvas, carried(canvas, at + by))
        QApplication.processEvents()
        assert on_screen(canvas) == canvas.grab().toImage()
    in_hand = on_screen(canvas)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_MODIFIER, at + by)
    canvas.select(set())
    walk.rest()
    assert walk.model.notes[90].x == note.x - 63
    assert difference(in_hand, on_screen(canvas)) <= ROUNDING


def carried(canvas: BoardCanvas, to: QPoint) -> QMouseEvent:
    """A move with the button down, past everything that snaps."""
    at, left = QPointF(to), Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, left,
        Qt.KeyboardModifier.AltModifier,
    )  # fmt: skip
