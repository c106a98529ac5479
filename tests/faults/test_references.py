"""A Qt binding that loses a reference with each call is noticed here, and not in front of a room.

PySide6 6.12.0 took one reference from None with every void call on Python 3.11: after some thousand clicks
the count reached 0 and the process died. References gained are let pass: 6.11 gains a few to None with every
child of a widget, which costs nothing."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QLabel,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None and True are immortal from Python 3.12 on: their counts mean nothing",
)

CALLS = 5_000
# Painting a widget costs a hundred ordinary calls; a lost reference shows as clearly in fewer.
PAINTED_CALLS = 400
# What lives on between two counts (caches, interned objects) is a handful, whatever the number of calls.
SLACK = 60

# Small ints are shared by the whole process, as None and True are; some stand for Qt's most frequent answers.
WATCHED = (None, True, False, 0, 1, 2, 5, 10, 100, 255)

# References to lose: without them a bad binding ends the test run before the test can say so.
HOARD = WATCHED * 500_000

Call = Callable[[], object]


@pytest.fixture(autouse=True)
def earlier_tests_aside() -> Iterator[None]:
    """Each count collects garbage: what other tests have left would be looked through each time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


class Telephone(QObject):
    rang = Signal(object)
    spelled = Signal(str)
    counted = Signal(int, bool)

    def listen(self, _what: object = None, _more: object = None) -> None:
        """A slot that answers None, as nearly all of ours do."""


class Tile(QGraphicsRectItem):
    """Python code that C++ calls: the way back is where references are lost too."""

    def paint(self, painter: QPainter, _option: object, _widget: QWidget | None = None) -> None:
        painter.drawRect(self.rect())

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        return super().itemChange(change, value)


class Five(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 5

    def data(self, index: QModelIndex, role: int = 0) -> str | None:
        return "text" if role == Qt.ItemDataRole.DisplayRole else None


class Painted(QWidget):
    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        painter.end()


def lost(call: Call, times: int) -> dict[str, int]:
    """How many references to each of the watched objects are gone after so many calls."""
    call()
    before = counts()
    for _ in range(times):
        call()
    after = counts()
    gone = {repr(each): early - late for each, early, late in zip(WATCHED, before, after, strict=True)}
    return {name: count for name, count in gone.items() if count > SLACK}


def counts() -> list[int]:
    """Without garbage, which holds references of its own until the collector happens to come by."""
    gc.collect()
    return [sys.getrefcount(each) for each in WATCHED]


def assert_nothing_lost(calls: dict[str, Call], times: int) -> None:
    gone_by_name = {name: gone for name, call in calls.items() if (gone := lost(call, times))}
    assert not gone_by_name, f"references lost in {times} calls: {gone_by_name}"


def values() -> dict[str, Call]:
    image = QImage(5, 5, QImage.Format.Format_RGB32)

    def paint_image() -> None:
        painter = QPainter(image)
        painter.setPen(QPen(QColor("red"), 2))
        painter.drawLine(0, 0, 4, 4)
        painter.end()

    return {
        "QPointF": lambda: QPointF(1, 2),
        "QRectF.contains": lambda: QRectF(0, 0, 5, 5).contains(QPointF(1, 2)),
        "QColor, QPen": lambda: QPen(QColor("red")).isSolid(),
        "QImage.fill": lambda: image.fill(255),
        "QPainter on QImage": paint_image,
    }


def objects(telephone: Telephone, settings: QSettings) -> dict[str, Call]:
    telephone.rang.connect(telephone.listen)
    telephone.spelled.connect(telephone.listen)
    telephone.counted.connect(telephone.listen)
    model = QStandardItemModel(2, 2)
    return {
        "QObject made and dropped": QObject,
        "setProperty(True)": lambda: telephone.setProperty("on", True),
        "property() of nothing": lambda: telephone.property("nothing"),
        "blockSignals": lambda: telephone.blockSignals(False),
        "Signal(object).emit(None)": lambda: telephone.rang.emit(None),
        "Signal(object).emit(True)": lambda: telephone.rang.emit(True),
        "Signal(str).emit": lambda: telephone.spelled.emit("text"),
        "Signal(int, bool).emit": lambda: telephone.counted.emit(5, True),
        "QSettings.value of nothing": lambda: settings.value("nothing"),
        "QStandardItemModel.data": lambda: model.data(model.index(0, 0)),
        "QStandardItem made and dropped": lambda: QStandardItem("text"),
    }


def widgets(window: QWidget) -> dict[str, Call]:
    label = QLabel("text", window)
    button = QPushButton("text", window)
    button.setCheckable(True)
    spin = QSpinBox(window)
    spin.setMaximum(255)
    return {
        "QLabel.setText": lambda: label.setText("text"),
        "QWidget.setEnabled": lambda: button.setEnabled(True),
        "QWidget.isVisible": window.isVisible,
        "QWidget.move": lambda: label.move(1, 2),
        "QWidget.parentWidget": label.parentWidget,
        "QPushButton.setChecked": lambda: button.setChecked(not button.isChecked()),
        "QSpinBox.setValue": lambda: spin.setValue(100),
        "QSpinBox.value": spin.value,
        "processEvents": QApplication.processEvents,
    }


def scene(scene: QGraphicsScene) -> dict[str, Call]:
    tile = Tile(0, 0, 5, 5)
    tile.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
    scene.addItem(tile)

    def add_and_remove() -> None:
        item = QGraphicsRectItem(0, 0, 1, 1)
        QGraphicsSimpleTextItem("text", item)
        scene.addItem(item)
        scene.removeItem(item)

    return {
        "QGraphicsItem made and dropped": lambda: QGraphicsRectItem(0, 0, 1, 1),
        "addItem, removeItem": add_and_remove,
        "setPos through itemChange": lambda: tile.setPos(tile.x() + 1, 0),
        "setBrush": lambda: tile.setBrush(QColor("red")),
        "scene.items": scene.items,
        "item.group, item.parentItem": lambda: (tile.group(), tile.parentItem()),
    }


def painted(bot: QtBot, scene: QGraphicsScene) -> dict[str, Call]:
    """What paints, opens or lays out: Python code that Qt calls back."""
    view = QGraphicsView(scene)
    listing = QListView()
    five = Five(listing)
    listing.setModel(five)
    canvas = Painted()
    for widget in (view, listing, canvas):
        bot.addWidget(widget)
        widget.resize(60, 60)

    def lay_out() -> None:
        widget = QWidget()
        QVBoxLayout(widget).addWidget(QLabel("text"))

    def open_and_close() -> None:
        dialog = QDialog()
        dialog.open()
        dialog.close()

    return {
        "paint() of an item": view.grab,
        "data() answers None": listing.grab,
        "paintEvent": canvas.grab,
        "layout.addWidget": lay_out,
        "QDialog open and close": open_and_close,
    }


def test_values(qapp: QApplication) -> None:
    assert_nothing_lost(values(), CALLS)


def test_objects_and_signals(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.ini"
    assert_nothing_lost(objects(Telephone(), QSettings(str(file), QSettings.Format.IniFormat)), CALLS)


def test_widgets(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert_nothing_lost(widgets(window), CALLS)


def test_scenes(qapp: QApplication) -> None:
    assert_nothing_lost(scene(QGraphicsScene()), CALLS)


def test_painting_and_callbacks(qtbot: QtBot) -> None:
    board = QGraphicsScene()
    board.addItem(Tile(0, 0, 5, 5))
    assert_nothing_lost(painted(qtbot, board), PAINTED_CALLS)


def test_a_lost_reference_is_noticed() -> None:
    nones: list[object] = [None] * 2_000
    trues: list[object] = [True] * 2_000
    assert lost(nones.pop, 1_000)["None"] == 1_000
    assert lost(trues.pop, 1_000)["True"] == 1_000
    assert not lost(lambda: None, 1_000)
