"""Whatever has moved the camera, and whatever was dragged and taken back meanwhile: at rest every pixel of
the board is the one that is drawn at exactly this scale, without anything that was kept."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, moving
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.board_cache import BoardCache, sight_of
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.drawing import BoardDrawing
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.look import theme

SIZE = 560, 420
WALKS, STEPS = 200, 4
SOFT = 24  # of 255: the edge of a letter that lies on the border of two squares
LEFT = Qt.MouseButton.LeftButton


class Walk:
    """A canvas, and what may happen on it."""

    def __init__(self, qtbot: QtBot, doc: Document) -> None:
        self.qtbot, self.doc, self.chance = qtbot, doc, random.Random(11)
        board = boards.board_by_key(doc, "think-big")
        fill(doc, board.id)
        doc.barrier("filled")
        self.model = BoardModel(doc)
        self.model.show(board)
        self.painter = BoardPainter(theme.LIGHT, style_names())
        self.canvas = BoardCanvas(self.model, self.painter)
        self.canvas.setObjectName("on its own")
        qtbot.addWidget(self.canvas)
        self.canvas.resize(*SIZE)
        self.canvas.show()
        self.canvas.sight.fit()
        self.canvas.moved.connect(lambda notes, dx, dy: moving.move_notes(doc, notes, dx, dy))
        doc.subscribe(lambda changes: self.canvas.show_changes(self.model.follow(changes)))
        self.steps: list[Callable[[], object]] = [
            self.pan, self.dart, self.closer, self.fit, self.drag_out, self.drop, self.take_back, self.wait,
        ]  # fmt: skip

    def somewhere(self, far: int = 1) -> tuple[int, int]:
        width, height = SIZE
        return self.chance.randint(-width, width) * far, self.chance.randint(-height, height) * far

    def pan(self) -> None:
        self.canvas.sight.set_camera(self.canvas.sight.camera.panned(*self.somewhere()))

    def dart(self) -> None:
        """Far away, and back before everything there was drawn."""
        here = self.canvas.sight.camera
        self.canvas.sight.set_camera(here.panned(*self.somewhere(far=3)))
        self.canvas.repaint()
        self.canvas.sight.set_camera(here)

    def closer(self) -> None:
        by, at = self.chance.choice((0.5, 0.8, 1.25, 1.6)), (SIZE[0] / 3, SIZE[1] / 3)
        self.canvas.sight.glide(self.canvas.sight.camera.zoomed(by, at))

    def fit(self) -> None:
        self.canvas.sight.fit()

    def drag_out(self) -> None:
        """A note, over an edge of the window: the board moves on below it."""
        if near := self.model.notes_near(self.canvas.sight.area()):
            at = self.canvas.sight.note_view_box(self.chance.choice(near)).center().toPoint()
            self.qtbot.mousePress(self.canvas, LEFT, pos=at)
            self.carry(at + QPoint(9, 9))
            self.carry(
                QPoint(*self.chance.choice(((SIZE[0] + 90, at.y()), (at.x(), SIZE[1] + 90), (-90, at.y()))))
            )
            for _ in range(self.chance.randint(1, 20)):
                self.canvas.mouse.slide()
                QApplication.processEvents()

    def carry(self, to: QPoint) -> None:
        at = QPointF(to)
        none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        sent = QMouseEvent(QEvent.Type.MouseMove, at, self.canvas.mapToGlobal(at), none, LEFT, plain)
        QApplication.sendEvent(self.canvas, sent)

    def drop(self) -> None:
        self.qtbot.mouseRelease(self.canvas, LEFT, pos=QPoint(SIZE[0] + 90, 100))

    def take_back(self) -> None:
        self.doc.undo()

    def wait(self) -> None:
        QApplication.processEvents()

    def rest(self) -> None:
        self.drop()
        self.canvas.select(frozenset())
        self.qtbot.waitUntil(self.canvas.is_drawn)
        QApplication.processEvents()

    def drawn(self) -> QImage:
        """The board from the same place, drawn with nothing kept."""
        camera = self.canvas.sight.camera
        picture = QImage(*SIZE, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-round(camera.x * camera.scale), -round(camera.y * camera.scale))
        painter.scale(camera.scale, camera.scale)
        for _ in BoardDrawing(self.model, self.painter).rest(
            painter, self.canvas.sight.area().grown(2), camera.scale
        ):
            pass
        painter.end()
        return picture


def fill(doc: Document, board: int) -> None:
    with doc.action("note.add") as write:
        for n in range(120):
            write.insert(
                Note, board=board, cluster=None, text=f"note {n}", style=THINKING_STYLES[n % 4],
                x=n % 12 * 200, y=n // 12 * 180, w=180, h=156, z=n, dots=n % 9, at=0,
            )  # fmt: skip


def difference(one: QImage, other: QImage) -> int:
    """The largest in any colour of any pixel."""
    apart = one.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other.convertToFormat(apart.format()))
    painter.end()
    colours = apart.convertToFormat(QImage.Format.Format_RGB888)  # owns the bits that are read
    return max(bytes(colours.constBits()))


def test_after_every_walk_the_board_is_sharp(qtbot: QtBot, doc: Document) -> None:
    """As long as two hundred rests of a hand: what stays blurred comes of an order that nobody plans."""
    walk = Walk(qtbot, doc)
    for number in range(WALKS):
        names = [walk.chance.choice(walk.steps) for _ in range(STEPS)]
        for step in names:
            step()
        walk.rest()
        screen = walk.canvas.screen().grabWindow(walk.canvas.winId()).toImage()
        assert difference(screen, walk.drawn()) <= SOFT, (number, [step.__name__ for step in names])


def squares(painter: QPainter, box: Box, scale: float) -> Iterator[None]:
    """A board on which every place looks different."""
    for x in range(box.x // 50 * 50, box.right, 50):
        for y in range(box.y // 50 * 50, box.bottom, 50):
            painter.fillRect(x, y, 50, 50, QColor(x // 50 * 37 % 256, y // 50 * 53 % 256, 90))
    yield


def shown(cache: BoardCache) -> QImage:
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    cache.paint(painter, QRect(0, 0, *SIZE))
    painter.end()
    return picture


def test_what_had_to_go_meanwhile_is_not_taken_for_drawn(qtbot: QtBot) -> None:
    """Somebody looks far away, and comes back before anything there was drawn."""
    here, far = (sight_of(Camera(x, 0, 1), *SIZE, 1, moving=False) for x in (0, 9000))
    cache = BoardCache(squares)
    cache.turn(here)
    cache.draw_sight(math.inf)
    before = shown(cache)
    cache.turn(far)
    cache.turn(here)
    assert not cache.is_complete()
    cache.draw_sight(math.inf)
    assert shown(cache) == before
