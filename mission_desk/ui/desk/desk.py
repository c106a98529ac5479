"""The facilitator's window: puts the rooms together and follows the document; it keeps no truth of its
own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from mission_desk.core.file.closed_sets import PAGES, PageName
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.search import Hit
from mission_desk.ui.agenda import chime
from mission_desk.ui.agenda.clock_bar import ClockBar
from mission_desk.ui.agenda.rail import Rail
from mission_desk.ui.command_table.pages import opening_key
from mission_desk.ui.commands import Commands
from mission_desk.ui.desk.desk_files import DeskFiles, Undoing
from mission_desk.ui.desk.pages import Pages, made_page
from mission_desk.ui.desk.side_drawer import SideDrawer
from mission_desk.ui.desk.stage_control import StageControl
from mission_desk.ui.desk.top_bar import TopBar
from mission_desk.ui.desk.undone import Undone
from mission_desk.ui.follower import Follower
from mission_desk.ui.look import theme
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.messages import Messages
from mission_desk.ui.page import Page
from mission_desk.ui.palette_lines import where
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.keys.key_positions import press_by_position
from mission_desk.ui.parts.keys.letters import written
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.unwritten import Unwritten
from mission_desk.ui.preferences import Preferences
from mission_desk.ui.search import Search
from mission_desk.ui.windows import Windows
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

SMALLEST = QSize(720, 400)  # px: a laptop's screen at 150 %, less the frame and the system's own bar
PLACE_CHECK = 1_000  # ms between two looks whether the file is still there and ours


class Desk(QMainWindow):
    """`left` is emitted when the window is closed, with True when the welcome page comes next."""

    leaving = Signal()  # the document can still be read
    left = Signal(bool)
    wants = Signal(str)  # "new" or "open"

    def __init__(self, doc: Document, tokens: Tokens) -> None:
        super().__init__()
        self.doc = doc
        self.windows = Windows(self)
        self.unwritten = Unwritten(doc, self)
        self.messages = Messages(self, self.windows, self.unwritten)
        self.unwritten.refused.connect(self.messages.complain)
        self.unwritten.changed.connect(self._withdraw_warning)
        self.commands = Commands(self, self.messages.complain, self.unwritten.settle)
        self.follower = Follower(doc, self)
        self.search = Search(doc, self.follower)
        preferences = Preferences(self)
        preferences.changed.connect(self.follower.tell_preference)
        self.place = Workplace(
            doc, self.follower, self.commands, self.messages, tokens, preferences, self.search, self.windows,
            self.unwritten,
        )  # fmt: skip
        self._to_welcome = False
        self._warned = False  # that words will be lost
        self._file_notice: str | None = None
        self._session_notice = ""
        self._side_wanted: bool | None = None
        self._clock = ClockBar(self.place)
        self._clock.up.connect(partial(self._ring, softly=False))
        self._clock.next_part.connect(partial(self._ring, softly=True))
        self.top = TopBar(self.place, self._clock)
        self.rail = Rail(self.place)
        self.pages = Pages(self._made_page)
        self._page: Page | None = None
        self._build()
        self.stage_control = StageControl(
            self.place, self, self._left, lambda row: self.pages[desk_position.page(doc)].show_row(row),
            lambda: self._page.selected_row() if self._page else None,
            lambda at: self._page.row_under(at) if self._page else None,
        )  # fmt: skip
        self._clock.other_part.connect(self.stage_control.turn_part)
        DeskFiles(self.place, self)
        Undoing(self.place, self)
        self._undone = Undone(self.place, lambda: self._page)
        self._register()
        self.follower.follow(self._follow)
        self._watch = QTimer(self, interval=PLACE_CHECK)
        self._watch.timeout.connect(self._check_place)
        self._watch.start()
        self._turn()
        if not doc.writable:
            sentence = tr("This workshop can only be read here. Look, print, or save a copy to work on it.")
            self.messages.warn(sentence, tr("Save a copy…"), partial(self.commands.run, "file.copy"))

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        self._middle, self._side, self._foot = QStackedWidget(), QStackedWidget(), QStackedWidget()
        set_look(self._side, "side")
        set_look(self._foot, "bottom")
        self._side.setFixedWidth(theme.SIDE_WIDTH)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._column = QWidget()
        set_look(self._column, "clear")
        self._left = column(self._column, spacing=0)
        self._left.addWidget(self.rail, 1)
        body.addWidget(self._column)
        body.addWidget(self._middle, 1)
        self._drawer = SideDrawer(self._side, self._middle, body)
        whole = QWidget()
        set_look(whole, "paper")
        layout = column(whole, spacing=0)
        layout.addWidget(self.top)
        layout.addWidget(self.messages.banner)
        layout.addLayout(body, 1)
        layout.addWidget(self._foot)
        self.setCentralWidget(whole)

    def _made_page(self, name: PageName) -> Page:
        page = made_page(name, self.place)
        self._middle.addWidget(page)
        if page.side:
            self._side.addWidget(page.side)
        if page.foot:
            self._foot.addWidget(page.foot)
        return page

    def _register(self) -> None:
        on = self.commands.on
        on("find.action", self._show_actions)
        on("find.note", self._show_words)
        on("find.next", partial(self._walk, 1), lambda: bool(self.search.words))
        on("find.back", partial(self._walk, -1), lambda: bool(self.search.words))
        self.search.changed.connect(self.commands.refresh)
        on("view.side", self._toggle_side, lambda: self._page is not None and self._page.side is not None)
        on("view.preferences", self._show_preferences)
        on("view.keys", self._show_keys)
        on("file.close", partial(self._leave, to_welcome=True))
        on("file.new", partial(self.wants.emit, "new"))
        on("file.open", partial(self.wants.emit, "open"))
        for page in PAGES:
            on(opening_key(page), partial(desk_position.show_page, self.doc, page))

    def _ring(self, *, softly: bool) -> None:
        if self.place.preferences.on("clock.chime"):
            chime.ring(softly=softly)

    def _show_actions(self) -> None:
        from mission_desk.ui.palette import action_palette

        action_palette(self.commands, self.windows, self).show()

    def _show_words(self) -> None:
        from mission_desk.ui.palette import find_palette

        find_palette(self.search, self.windows, self, self._go_to).show()

    def _show_preferences(self) -> None:
        from mission_desk.ui.desk.preferences_window import PreferencesWindow

        kind = PreferencesWindow
        window = next((each for each in self.windows.open if isinstance(each, kind)), None)
        if window is None:
            window = self.windows.own(PreferencesWindow(self, self.place.preferences))
            window.wants_keys.connect(partial(self.commands.run, "view.keys"))
            window.show()
        window.activateWindow()

    def _show_keys(self) -> None:
        from mission_desk.ui.desk.keys_window import KeysWindow

        window = self.windows.own(KeysWindow(self, self.commands))
        window.show()
        window.activateWindow()

    def _follow(self, changes: Changes) -> None:
        self._turn()
        if self._page is not None:
            self._page.follow(changes)
        for part in (self.rail, self._clock, self.top):
            part.follow(changes)
        if changes.kind != "aside":
            self.messages.withdraw()
        self._undone.follow(changes)
        self.stage_control.follow(changes)
        self.commands.refresh()
        self._tell_of_session()

    def _turn(self) -> None:
        """Show the page that the desk stands on."""
        name = desk_position.page(self.doc)
        page = self.pages[name]
        title = scene.workshop(self.doc).title
        self.setWindowTitle(f"{title} – Mission Desk")
        if page is self._page:
            return
        editing = self.focusWidget() if self._holds_focus(self.rail.editor) else None
        before, self._page = self._page, page
        if before is not None:
            # Leaving writes what is half typed, which is a change: the new page must follow it.
            before.leave()
        self.commands.show_page(name)
        self._middle.setCurrentWidget(page)
        self._fit()
        page.enter()
        if editing is not None:
            editing.setFocus()  # the page turned because its step is being edited
        elif not page.isAncestorOf(self.focusWidget() or self) and not self._holds_focus(page.foot):
            page.setFocus()  # else the keys would go to a button of the top bar

    def _holds_focus(self, part: QWidget | None) -> bool:
        focus = self.focusWidget()
        return part is not None and focus is not None and part.isAncestorOf(focus)

    def _fit(self) -> None:
        """A narrow window gives the page the room of its side panel."""
        page = self._page
        if page is None:
            return
        wanted = self.width() >= theme.NARROW if self._side_wanted is None else self._side_wanted
        self._side.setVisible(page.side is not None and wanted)
        self._foot.setVisible(page.foot is not None)
        if page.side:
            self._side.setCurrentWidget(page.side)
        if page.foot:
            self._foot.setCurrentWidget(page.foot)
        self._drawer.fit(self.width())
        self._clock.show_wide(self.width() >= theme.NARROW)
        self.rail.set_low(self.height() < theme.LOW)
        self.stage_control.fit()
        self.top.fit()

    def _toggle_side(self) -> None:
        self._side_wanted = not self._side.isVisible()
        self._fit()

    def _go_to(self, hit: Hit) -> None:
        """Show the row that the search led to, at its place."""
        match hit.kind:
            case "note":
                desk_position.show_board(self.doc, hit.board)
                self.pages["board"].show_row(hit.id)
            case "draft":
                desk_position.show_draft(self.doc, hit.id)
            case "guideline":
                desk_position.show_page(self.doc, "roadmap")
                self.pages["roadmap"].show_row(hit.id)
            case "priority":
                desk_position.show_page(self.doc, "priorities")
            case _:
                assert_never(hit.kind)

    def _walk(self, by: int) -> None:
        """Go to the next hit or the one before; where the board's chips do not show it, say which hit it
        is."""
        hit = self.search.step(by)
        if hit is None:
            self.messages.say(tr("“{words}” is found nowhere.", words=self.search.words))
            return
        self._go_to(hit)
        if hit.kind != "note":
            place, count = (self.search.at or 0) + 1, len(self.search.hits)
            self.messages.say(tr("{n} of {count}: {place}", n=place, count=count, place=where(hit)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that no part has taken: a button has the keys, and what is typed is meant for the page."""
        text = written(event).strip()
        if text and self._page is not None:
            self._page.take_letters(text)
        elif not press_by_position(event, self.focusWidget() or self._middle, self.commands.run_keys):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < theme.NARROW) != (event.size().width() < theme.NARROW):
            self._side_wanted = None  # a window of another size asks anew
        self._fit()

    def _check_place(self) -> None:
        """Warn in a banner that stays; if it is already shown, do not show it again each second."""
        try:
            sentence = self.doc.check_place() or self.doc.notice
        except KnownError as error:
            sentence = str(error)
        if sentence and sentence != self._file_notice:
            self.messages.warn(sentence)
        self._file_notice = sentence
        self.doc.save_session()
        self._tell_of_session()

    def _tell_of_session(self) -> None:
        """Say once that the open page cannot be saved, and take it back when it is."""
        sentence, before = self.doc.session_refusal, self._session_notice
        self._session_notice = sentence
        if sentence and not before:
            self.messages.warn_too(sentence)
        elif before and not sentence and self.messages.last == before:
            self.messages.banner.hide()

    def _leave(self, *, to_welcome: bool) -> None:
        self._to_welcome = to_welcome
        self.close()

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the other windows, hand on what is half typed, then let go of the file: each whatever fails
        before. Where words cannot be written the window stays, once."""
        if not self._warned and not self.may_close():
            event.ignore()
            return
        self._watch.stop()
        try:
            self.stage_control.close()
            self.windows.close_all()  # first: what is handed on now need not flash by in the room
        finally:
            try:
                self._hand_on()
            finally:
                self._let_go()
                event.accept()
                self.left.emit(self._to_welcome)

    def may_close(self) -> bool:
        """Whether everything typed is in the file; warns where it is not."""
        if self.unwritten.settle():
            return True
        self._warn_of_loss()
        return False

    def _warn_of_loss(self) -> None:
        self._warned = True
        self.messages.hush()  # the toast of the try just now says the same
        sentence = tr("{why} What you typed last is not in the file yet.", why=self.unwritten.refusal())
        self.messages.warn(sentence, tr("Close without it"), self.close)

    def _withdraw_warning(self) -> None:
        """Take the warning back: what it warned of is in the file now."""
        if self._warned and not self.unwritten.refusal():
            self._warned = False
            self.messages.banner.hide()

    def _hand_on(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a number or a date is read once it is left, while the file is still open
        if self._page is not None:
            self._page.leave()
        self.rail.rest()
        self.unwritten.settle()
        self._check_place()  # before the list of recent workshops is written
        self.leaving.emit()

    def file_notice(self) -> str | None:
        """What the last look at the file noticed, if that was just before closing."""
        return self.doc.notice or self._file_notice

    def has(self, path: Path) -> bool:
        """Whether this window has the file at `path`."""
        return self.doc.path.resolve() == path.resolve()

    def _let_go(self) -> None:
        self.unwritten.stop()
        self.follower.stop()
        self._clock.rest()  # last: a stage that ends is a change, and a running clock followed it
        self.doc.close()
