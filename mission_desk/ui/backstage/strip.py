"""The stage strip on the desk: what the room sees now, and the keys that change it, so that the facilitator
never has to turn round."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QToolButton, QWidget

from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import action_button, button, leave_focus, tooltip
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.stage.stage_window import StageWindow
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MINIATURE, LOW_MINIATURE = QSize(200, 112), QSize(78, 44)
TURN = 9 * theme.UNIT  # px wide
LOW_OFFER = 4 * theme.UNIT  # px high, beside a small miniature
SOON = 120  # ms after the stage was painted: the miniature never holds the stage up
SHOWS = (
    ("stage.follow", "stage.step", "stage.prompt"),
    (
        "stage.note",
        "stage.note_dots",
        "stage.note_random",
        "stage.note_style",
        "stage.note_cluster",
        "stage.park",
        "stage.arranged",
    ),
    ("stage.pair", "stage.findings", "stage.reveal", "stage.celebrate"),
    ("stage.person", "stage.order", "stage.groups"),
    ("stage.break", "stage.black", "stage.screen"),
)


class Offer(Struct, frozen=True):
    """The one thing to do about the stage now: a command and the words on its button; no command, where the
    words only say what is so. `first` makes it the filled button."""

    key: str
    words: str
    first: bool = False


class Miniature(QWidget):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._picture = QPixmap()
        self.setFixedSize(MINIATURE)
        self.setAccessibleName(tr("What the room sees"))

    def show_picture(self, picture: QPixmap) -> None:
        """As large as the room's ratio allows, so that a place on it is a place on the stage."""
        self._picture = picture
        self.setFixedSize(picture.deviceIndependentSize().toSize())
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QColor(self._tokens.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Strip(QFrame):
    looked = Signal()  # a moment after the stage was painted

    def __init__(self, place: Workplace, stage: StageWindow) -> None:
        super().__init__()
        set_look(self, "rail")
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._commands, self._tokens, self._windows = place.commands, place.tokens, place.windows
        self._stage = stage
        self.miniature = Miniature(place.tokens)
        self._words = {
            "stage.freeze": tr("Freeze"), "stage.blank": tr("Blank"), "stage.swap": tr("Swap"),
        }  # fmt: skip
        self._buttons = {key: self._key(key) for key in self._words}
        self.freeze, self.blank, self.swap = self._buttons.values()
        self.back, self.next = self._turn("stage.back", "‹"), self._turn("stage.next", "›")
        self._offered = ""
        self.offer = button("", self._take_offer, "strip")
        self._title, self._more = label(tr("The room sees"), "section"), self._menu_button()
        self._title.setContentsMargins(4, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(row(self.freeze, self.blank, self.swap, spacing=4), 4, 0, 1, 5)
        self._low: bool | None = None
        self.set_low(False)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._draw)
        stage.drawn.connect(self._later)
        leave_focus(self)
        self._later()

    def set_low(self, low: bool) -> None:
        """A low screen gets a small miniature with its words beside it, and keys of one line."""
        if low == self._low:
            return
        self._low = low
        self._more.setMaximumHeight(TURN - 12 if low else TURN)
        self.offer.setMaximumHeight(LOW_OFFER if low else TURN + 12)
        margin = 2 if low else 8
        self._grid.setContentsMargins(8, margin, 8, margin)
        self._grid.setSpacing(4 if low else 6)
        for part in (self._title, self._more, self.miniature, self.back, self.next, self.offer):
            self._grid.removeWidget(part)
        if low:
            self._place_in_few_lines()
        else:
            self._place_below_each_other()
        self._title.setVisible(not low)
        for key, words in self._words.items():
            keys = self._commands.keys(key)
            self._buttons[key].setText(words if low else f"{words}\n{keys}")
        self._draw()  # the miniature takes the room of its picture

    def _place_in_few_lines(self) -> None:
        self._grid.addWidget(self.miniature, 0, 0, 2, 1)
        self._grid.addWidget(self.offer, 0, 1, 1, 4)
        for at, each in enumerate((self.back, self.next, self._more), 2):
            self._grid.addWidget(each, 1, at)

    def _place_below_each_other(self) -> None:
        self._grid.addWidget(self._title, 0, 0, 1, 4)
        self._grid.addWidget(self._more, 0, 4)
        self._grid.addWidget(self.miniature, 1, 0, 1, 5, Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(self.offer, 2, 0, 1, 3)
        self._grid.addWidget(self.back, 2, 3)
        self._grid.addWidget(self.next, 2, 4)

    def show_state(self, *, frozen: bool, blank: bool, says: str, turns: bool, offer: Offer) -> None:
        self.freeze.setChecked(frozen)
        self.blank.setChecked(blank)
        self._title.setText(says or tr("The room sees"))
        self.back.setVisible(turns)
        self.next.setVisible(turns)
        self._offered = offer.key
        self.offer.setText(offer.words)
        set_tip(self.offer, tooltip(self._commands.action(offer.key)) if offer.key else says)
        self.offer.setEnabled(bool(offer.key))  # it stays in its place: nothing below it may move
        set_look(self.offer, "filled" if offer.first else "strip")

    def _take_offer(self) -> None:
        if self._offered:
            self._commands.run_if_it_may(self._offered)

    def _key(self, key: str) -> QPushButton:
        key_button = action_button(self._commands.action(key), "strip")
        key_button.setCheckable(key != "stage.swap")
        return key_button

    def _turn(self, key: str, words: str) -> QPushButton:
        turn_button = action_button(self._commands.action(key), "strip")
        turn_button.setText(words)
        turn_button.setFixedWidth(TURN)
        turn_button.setAccessibleName(self._commands.action(key).text())
        return turn_button

    def _menu_button(self) -> QToolButton:
        opener = QToolButton()
        set_look(opener, "quiet")
        opener.setIcon(icons.icon("ellipsis", self._tokens.ink2))
        opener.setAccessibleName(tr("What the room sees"))
        set_tip(opener, tr("What the room sees"))
        opener.clicked.connect(lambda: self._menu().popup(opener.mapToGlobal(opener.rect().topRight())))
        return opener

    def _menu(self) -> QMenu:
        menu = self._windows.own(QMenu(self))
        for group in SHOWS:
            for key in group:
                action = self._commands.action(key)
                if action.isEnabled():
                    menu.addAction(action)
            menu.addSeparator()
        return menu

    def _later(self) -> None:
        """Do not restart the timer while it runs: a stage that changes all the time must still get its
        miniature."""
        if not self._soon.isActive():
            self._soon.start()

    def _draw(self) -> None:
        if self._stage.isVisible():
            size = LOW_MINIATURE if self._low else MINIATURE
            self.miniature.show_picture(self._stage.miniature(size.width(), size.height()))
            self.looked.emit()
