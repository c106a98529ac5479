"""The kinds of poster to choose from, each with a small picture of how it looks now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mission_desk.core.file.rows import Board
from mission_desk.posters.contents import KINDS, PosterKind
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import PressCard, column
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.posters.selection import kind_title
from mission_desk.words import tr

PICTURE = QSize(148, 124)
LOW_PICTURE = QSize(104, 72)
WIDTH, WIDEST = 190, 4000


class Picture(QWidget):
    """A small poster with its shadow, or an empty sheet where there is nothing to print yet."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._t = tokens
        self.image: QImage | None = None
        self.setFixedHeight(PICTURE.height())

    def show_image(self, image: QImage | None) -> None:
        self.image = image
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        size = self.image.size() if self.image else QSize(210, 297)
        free = QRectF(self.rect()).adjusted(4, 2, -4, -6)
        scale = min(free.width() / size.width(), free.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        box = QRectF(
            free.center() - QPointF(width / 2, height / 2), free.center() + QPointF(width / 2, height / 2)
        )
        painter.fillRect(box.adjusted(-2, 1, 2, 4), QColor(self._t.shadow))
        if self.image:
            painter.drawImage(box, self.image)
        else:
            painter.fillRect(box, QColor(self._t.paper))
        painter.end()


class Thumb(PressCard):
    def __init__(self, kind: PosterKind, title: str, tokens: Tokens) -> None:
        super().__init__("card", (10, 10, 10, 10), 6)
        self.kind = kind
        self.picture = Picture(tokens)
        self.setAccessibleName(title)
        self.column.addWidget(self.picture)
        name = label(title, "strong")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(name)
        self.column.addStretch(1)


class Thumbs(QWidget):
    """`kind_chosen(kind)` and `board_chosen(key)` by mouse or keyboard."""

    kind_chosen = Signal(str)
    board_chosen = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "clear")
        self.cards: dict[str, Thumb] = {kind: Thumb(kind, kind_title(kind), tokens) for kind in KINDS}
        self._layout = column(self, spacing=12)
        for kind, card in self.cards.items():
            card.pressed.connect(partial(self.kind_chosen.emit, kind))
            self._layout.addWidget(card)
        self._layout.addStretch(1)
        self.boards = Chooser(tokens, tr("Which board"))
        self.boards.chosen.connect(self.board_chosen.emit)
        self.cards["board"].column.insertWidget(2, self.boards)
        self.lay_in_row(False)

    def lay_in_row(self, row: bool) -> None:
        """Side by side above the preview, where the window is narrow."""
        direction = QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        self._layout.setStretch(len(self.cards), 0 if row else 1)
        size = LOW_PICTURE if row else PICTURE
        for card in self.cards.values():
            card.picture.setFixedHeight(size.height())
            self._layout.setStretchFactor(card, 1 if row else 0)
        self.setMaximumWidth(WIDEST if row else WIDTH)
        self.setMinimumWidth(0 if row else WIDTH)

    def show_choice(self, kind: str, board: Board, boards: list[Board]) -> None:
        for name, card in self.cards.items():
            set_look(card, "card-on" if name == kind else "card")
        self.boards.show_entries([(each.key, each.title) for each in boards])
        self.boards.show_choice(board.key)
