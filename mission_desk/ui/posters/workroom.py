"""The posters page while it is shown: follows the rows, orders pictures from the worker, has files written.
It stores no choice of its own: what is chosen is in the session."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from mission_desk.core.board import boards
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import desk_position
from mission_desk.posters.contents import KINDS
from mission_desk.posters.sheets.tiling import TilePlan
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.parts.cards import scrolled
from mission_desk.ui.posters import selection
from mission_desk.ui.posters.poster_worker import Order, PosterPicture, PosterWorker
from mission_desk.ui.posters.preview import Preview
from mission_desk.ui.posters.printing import Printing
from mission_desk.ui.posters.selection import Selection, Wanted
from mission_desk.ui.posters.settings import Settings
from mission_desk.ui.posters.teaching import Teaching
from mission_desk.ui.posters.thumbs import PICTURE, Thumbs
from mission_desk.ui.workplace import Workplace

PREVIEW = "preview"
COMPACT = 258  # px: the settings' width in the middle of a page without a side panel
WIDE = 760  # px: a page this wide has its thumbnails beside the preview


class Workroom(QWidget):
    """`harbour` holds the settings while the side panel is not shown."""

    def __init__(self, place: Workplace, harbour: QWidget) -> None:
        super().__init__()
        self._place, self._doc, self._harbour = place, place.doc, harbour
        commands, tokens = place.commands, place.tokens
        self.worker = PosterWorker(self)
        self.thumbs = Thumbs(tokens)
        self.preview = Preview(tokens)
        self.teaching = Teaching(tokens)
        self.settings = Settings(tokens, commands.action("poster.save"), commands.action("poster.all"))
        self._asked: dict[str, Order] = {}
        self.printing = Printing(place, self.worker)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self.teaching)
        self._harbour_area = scrolled(self._harbour)
        self._harbour_area.setFixedWidth(COMPACT)
        self._harbour.installEventFilter(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 20, 24, 20)
        self._grid.setSpacing(20)
        self._grid.addWidget(self._harbour_area, 0, 2, 2, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self._in_row: bool | None = None
        self._arrange()

    def _connect(self) -> None:
        self.thumbs.kind_chosen.connect(self._choose_kind)
        self.thumbs.board_chosen.connect(self._choose_board)
        self.settings.chosen.connect(self._choose)
        self.settings.cancelled.connect(self.worker.cancel)
        self.preview.resized.connect(self._order_preview)
        self.teaching.wanted.connect(partial(desk_position.show_page, self._doc, source=self))
        self.worker.shot.connect(self._show_shot)
        self.worker.refused.connect(lambda _order, why: self._place.messages.say(why))
        self.printing.progress_changed.connect(self.settings.show_progress)

    # showing

    def wake(self) -> None:
        self.printing.awake = True
        self.show_rows()

    def rest(self) -> None:
        """Stop following: the page is left, perhaps because the workshop closes. Files are still written to
        their end."""
        self.printing.awake = False

    def show_rows(self) -> None:
        """Show what the rows and the session say now."""
        choice = selection.selection(self._doc)
        board = selection.board_of(self._doc, choice)
        self.thumbs.show_choice(choice.kind, board, boards.boards(self._doc))
        offers, plan = self._plans(choice)
        self.settings.show_selection(choice, offers, plan)
        self.preview.show_sheets(choice.size, plan)
        shown = {kind: self._wanted(replace(choice, kind=kind)) for kind in KINDS}
        self.printing.there = shown[choice.kind] is not None
        self.printing.count = len(selection.everything(self._doc, choice))
        self.settings.show_count(self.printing.count)
        self._middle.setCurrentWidget(self.preview if self.printing.there else self.teaching)
        self.teaching.show_kind(choice.kind)
        self._order(PREVIEW, shown[choice.kind], choice, self.preview.room())
        size = PICTURE * self.devicePixelRatioF()
        for kind, wanted in shown.items():
            self._order(kind, wanted, choice, size)
        self._place.commands.refresh()

    def _arrange(self) -> None:
        """Thumbnails are a column beside the preview, in a narrow page a row above it."""
        moored = bool(self._harbour.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
        self._harbour_area.setVisible(moored)
        row = self.width() - (COMPACT if moored else 0) < WIDE
        if row == self._in_row:
            return
        self._in_row = row
        for widget in (self.thumbs, self._middle):
            self._grid.removeWidget(widget)
        self.thumbs.lay_in_row(row)
        self._grid.addWidget(self.thumbs, 0, 0, *((1, 2) if row else (2, 1)))
        self._grid.addWidget(self._middle, *((1, 0, 1, 2) if row else (0, 1, 2, 1)))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The settings come from the side panel or go back to it."""
        if watched is self._harbour and event.type() in (QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved):
            QTimer.singleShot(0, self, self._arrange)
        return False

    def _plans(self, choice: Selection) -> tuple[tuple[TilePlan, ...], TilePlan | None]:
        try:
            return selection.plans(choice), selection.plan(choice)
        except KnownError as error:
            self._place.messages.complain(error)
            return (), None

    def _wanted(self, choice: Selection) -> Wanted | None:
        try:
            return selection.wanted(self._doc, choice)
        except KnownError:
            return None

    def _order_preview(self) -> None:
        """The same poster for another size of window."""
        order, room = self._asked.get(PREVIEW), self.preview.room()
        if order is not None:
            self._ask(replace(order, width=room.width(), height=room.height()))

    def _order(self, key: str, wanted: Wanted | None, choice: Selection, size: QSize) -> None:
        if wanted is None:
            self._asked.pop(key, None)
            self._show_image(key, None)
        else:
            self._ask(Order(key, wanted.poster, choice.size, size.width(), size.height()))

    def _ask(self, order: Order) -> None:
        """Order a picture, but never twice: the same poster in the same size is already made or ordered."""
        if self._asked.get(order.key) != order:
            self._asked[order.key] = order
            self.worker.picture(order)

    def _show_shot(self, picture: PosterPicture) -> None:
        if self._asked.get(picture.order.key) != picture.order:
            return
        self._show_image(picture.order.key, picture)

    def _show_image(self, key: str, picture: PosterPicture | None) -> None:
        image = picture.image if picture else None
        if key == PREVIEW:
            self.preview.show_image(image)
            self.settings.show_missing(picture.missing if picture else ())
        else:
            self.thumbs.cards[key].picture.show_image(image)

    # doing

    def _choose_kind(self, kind: str) -> None:
        self._choose({"kind": kind})

    def _choose_board(self, key: str) -> None:
        self._choose({"kind": "board", "board": key})

    def _choose(self, values: dict[str, object]) -> None:
        try:
            selection.choose(self._doc, source=self, **values)
        except KnownError as error:
            self._place.messages.complain(error)
        self.show_rows()
