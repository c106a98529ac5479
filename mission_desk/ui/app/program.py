"""Which window is open: the welcome page, or the desk with one workshop. Opens, starts and closes
workshops."""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import AlreadyOpen, KnownError
from mission_desk.core.room import scene
from mission_desk.core.vote import poll_closing
from mission_desk.own_files import free_path
from mission_desk.paths import data_dir, documents_dir, made
from mission_desk.ui.app.first_look import sentences_of_own_files
from mission_desk.ui.app.window_place import WindowPlace
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.welcome import recent
from mission_desk.words import screen_language, tr

if TYPE_CHECKING:
    from mission_desk.ui.welcome.window import WelcomeWindow

log = logging.getLogger(__name__)
PATIENCE, PAUSE = 10, 0.15  # times a file is asked for again, and seconds between them


class Program(QObject):
    """`quits` is False where the application goes on after the last window (tests)."""

    def __init__(self, *, quits: bool = True) -> None:
        super().__init__()
        self._quits = quits
        self._tokens = theme.system_tokens()
        self.window: WelcomeWindow | Desk | None = None
        self._place: WindowPlace | None = None

    def begin(self, file: Path | None, *, sample: bool, sentences: list[str] | None = None) -> bool:
        """The first window; False where another window has the file and came to the front. `sentences` are
        said in it: what the start has set aside, looked for here where nobody has yet."""
        messages = sentences_of_own_files() if sentences is None else sentences
        try:
            if sample:
                self.open_sample()
            elif file is not None:
                self.open(file)
        except AlreadyOpen as error:
            if file is not None and not self._take_over(file, str(error)):
                return False
            self._welcome_with(str(error))
        except KnownError as error:
            print_line(str(error))
            self._welcome_with(str(error))
        except Exception:  # whatever is wrong with a file, there is a window to open another one
            log.exception("the workshop could not be opened")
            self._welcome_with(tr("That did not work, and it is our fault. Nothing was changed."))
        self._welcome_with("")
        self._warn("\n".join(messages))
        return True

    def _welcome_with(self, sentence: str) -> None:
        if self.window is None:
            self.welcome(sentence)

    def _take_over(self, file: Path, sentence: str) -> bool:
        """The window that has the file comes to the front. One that does not answer is closing: its file is
        free in a moment, and whoever closed and started again would look at no window at all."""
        for _ in range(PATIENCE):
            if call_to_front(file):
                return False
            try:
                self.open(file)
                return True
            except AlreadyOpen:
                time.sleep(PAUSE)
        self.welcome(sentence)
        return True

    # windows

    def welcome(self, sentence: str = "") -> None:
        from mission_desk.ui.welcome.window import WelcomeWindow

        window = WelcomeWindow(self._tokens)
        window.starts.connect(self._start)
        window.opens.connect(self.open_asked)
        window.samples.connect(partial(self._try, self.open_sample))
        self._put(window)
        if sentence:
            window.messages.say(sentence)

    def open(self, path: Path) -> None:
        """The workshop in a desk; the window before it closes once this one is there."""
        doc = Document.open(path)
        try:
            poll_closing.forget_few(doc)  # first: a copy from before a repair keeps their order only then
            mended = mended_where_needed(doc)
            recent.remember(doc)
            desk = Desk(doc, self._tokens)
        except BaseException:
            doc.close()
            raise
        desk.left.connect(partial(self._left, desk))
        desk.wants.connect(self._wanted)
        desk.leaving.connect(lambda: recent.remember(doc))  # the notes and the step it is left with
        self._put(desk)
        self._warn(mended)
        QTimer.singleShot(0, desk, lambda: hang_doorbell(path, desk))  # the board is painted first

    def open_sample(self) -> None:
        """A fresh copy of the finished day, to click through."""
        folder = made(data_dir() / "sample")
        path = workshop_path(folder, "northwind")
        from mission_desk.core.whole.sample import build_sample

        build_sample(path, screen_language())
        self.open(path)

    def start(self, key: str, title: str, language: str, last_year: Path | None = None) -> Path:
        """A new workshop in the documents folder, named by its title; for the annual review from last
        year's file."""
        from mission_desk.core.agenda.methods import method
        from mission_desk.core.plan.editions import continue_edition, read_edition
        from mission_desk.core.whole.starting import start_workshop

        edition = None
        if last_year is not None:
            old = Document.open(last_year)
            try:
                poll_closing.forget_few(old)
                edition = read_edition(old)
            finally:
                old.close()
        path = workshop_path(documents_dir(), title or method(key).title[language])
        doc = start_workshop(path, method(key), language)
        try:
            if edition is not None:
                continue_edition(doc, edition)
        finally:
            doc.close()
        self.open(path)
        return path

    def end(self) -> None:
        """All windows close; a desk whose words cannot be written stays, and says so."""
        if not isinstance(self.window, Desk) or self.window.may_close():
            QApplication.quit()

    # speaking

    def say(self, sentence: str) -> None:
        if self.window is not None:
            self.window.messages.say(sentence)

    def _warn(self, sentence: str | None) -> None:
        """In a banner that stays until it is read."""
        if self.window is not None and sentence:
            self.window.messages.warn_too(sentence)

    def say_failed(self) -> None:
        self.say(tr("That did not work, and it is our fault. Your workshop is saved; you can go on."))

    # how

    def _put(self, window: WelcomeWindow | Desk) -> None:
        before, self.window = self.window, window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._forget(window))
        if before is not None and self._place is not None:
            self._place.remember()  # the next window opens where this one stands now
        self._place = WindowPlace(window, window.windows if isinstance(window, Desk) else None)
        window.show()
        if before is not None:
            before.close()

    def _forget(self, window: WelcomeWindow | Desk) -> None:
        """What is said from now on must not be said in a window that is gone."""
        if self.window is window:
            self.window = None

    def _left(self, desk: Desk, to_welcome: bool) -> None:
        if self.window is not desk:
            return
        self.window = None
        sentence = desk.file_notice()
        if to_welcome or sentence:  # nobody else would say where the day is now
            self.welcome()
            self._warn(sentence)
        elif self._quits:
            QApplication.quit()

    def _start(self, key: str, language: str, last_year: Path | None) -> None:
        self._try(partial(self.start, key, "", language, last_year))

    def open_asked(self, path: Path) -> None:
        """The workshop that was chosen, or a sentence why not."""
        self._try(partial(self.open, path), path)

    def _wanted(self, what: str) -> None:
        if self.window is None:
            return
        if what == "open":
            path = self.window.messages.ask_open(tr("Open a workshop"), documents_dir())
            if path is not None:
                self.open_asked(path)
        else:
            self.welcome()

    def _try(self, do: Callable[[], object], path: Path | None = None) -> None:
        """Do it, or say why not; a file that another window has brings that window to the front."""
        try:
            do()
        except AlreadyOpen as error:
            if isinstance(self.window, Desk) and path is not None and self.window.has(path):
                bring_to_front(self.window)
            elif path is None or not call_to_front(path):
                self.say(str(error))
        except KnownError as error:
            self.say(str(error))


def mended_where_needed(doc: Document) -> str:
    """A sentence where something had to be completed or set aside."""
    if scene.is_complete(doc) and not scene.unusable_session_keys(doc):
        return ""
    from mission_desk.core.whole.mending import mend

    return mend(doc)


def hang_doorbell(path: Path, desk: Desk) -> None:
    """A second start with the same file brings this window to the front."""
    from mission_desk.ui.app.single import Doorbell

    bell = Doorbell(path, desk)
    bell.rung.connect(partial(bring_to_front, desk))
    desk.leaving.connect(bell.take_down)


def call_to_front(path: Path) -> bool:
    """False where no window has this file open."""
    from mission_desk.ui.app import single

    return single.call_to_front(path)


def print_line(sentence: str) -> None:
    """For whoever started the program in a terminal with a wrong file."""
    sys.stderr.write(f"mission-desk: {sentence}\n")


def bring_to_front(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def workshop_path(folder: Path, title: str) -> Path:
    """A file name that is not taken yet: our-team-2026.mission, our-team-2026-2.mission, …"""
    plain = re.sub(r"[^\w]+", "-", title.lower()).strip("-") or "workshop"
    return free_path(folder, f"{plain}-{date.today().year}", ".mission")
