"""The only banners, toasts and dialogs. Nothing here stops the day: a toast goes by itself, a banner waits
to be read. A toast is never under the stage: while that covers the whole window, it waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import clear
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.question import Question
from mission_desk.ui.parts.toast_place import toast_place
from mission_desk.ui.parts.unwritten import Unwritten
from mission_desk.ui.windows import Windows
from mission_desk.words import tr

SHOWN_FOR = 6_000  # ms
BANNER_LINES = 6
MOVES = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
)
FILTER = "Mission Desk (*.mission)"


class Messages(QObject):
    """Speaks in one window: toasts float over it, `banner` is placed by the window at its top."""

    def __init__(self, window: QWidget, windows: Windows, unwritten: Unwritten | None = None) -> None:
        """`unwritten` is what is half typed in the window, where one types words into a workshop."""
        super().__init__(window)
        self._window, self._windows, self._unwritten = window, windows, unwritten
        self._toast: QFrame | None = None
        self._offers = False
        self._over: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hush)
        self.banner = QFrame()
        set_look(self.banner, "banner")
        self.banner.hide()
        self._banner_row = QHBoxLayout(self.banner)
        self._banner_row.setContentsMargins(16, 8, 16, 8)
        self.last = ""
        self._ways_out: dict[type[Exception], tuple[str, Callable[[], object]]] = {}
        window.installEventFilter(self)

    def say(self, sentence: str, verb: str = "", do: Callable[[], object] | None = None) -> None:
        """A sentence at the foot of the window, with at most one thing to do about it."""
        self.hush()
        self.last = sentence
        toast = QFrame(self._window)
        set_look(toast, "toast")
        row = QHBoxLayout(toast)
        row.setContentsMargins(18, 10, 12 if verb else 18, 10)
        row.setSpacing(16)
        words = label(sentence, wrap=True)
        words.setMinimumWidth(min(520, words.fontMetrics().horizontalAdvance(sentence) + 8))
        row.addWidget(words)
        if verb and do is not None:
            row.addWidget(button(verb, partial(self._do, do), "toast"))
        self._toast, self._offers = toast, bool(verb)
        self._place()

    def stay_clear_of(self, over: QWidget | None) -> None:
        """`over` is a window that may lie over this one; None where it is gone. Where it leaves no room, a
        toast waits and counts its time from when it is seen."""
        if self._over is not None:
            self._over.removeEventFilter(self)
        self._over = over
        if over is not None:
            over.installEventFilter(self)
        self._place()

    def _do(self, do: Callable[[], object]) -> None:
        """Do what a toast or banner offered, and close it: it has been read by then."""
        self.hush()
        self.banner.hide()
        if self._unwritten is not None:
            self._unwritten.settle()  # an Undo takes back what is in the file
        try:
            do()
        except KnownError as error:
            self.complain(error)

    def offer(self, kind: type[Exception], verb: str, do: Callable[[], object]) -> None:
        """What can be done about every refusal of this kind, wherever it was met."""
        self._ways_out[kind] = verb, do

    def complain(self, error: Exception) -> None:
        verb, do = self._ways_out.get(type(error), ("", None))
        self.say(str(error), verb, do)

    def hush(self) -> None:
        self._timer.stop()
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast, self._offers = None, False

    def withdraw(self) -> None:
        """Take the toast back because something else was done: its Undo would now take back that instead."""
        if self._offers:
            self.hush()

    def warn(self, sentence: str, verb: str = "", do: Callable[[], object] | None = None) -> None:
        """A banner that stays until it is read."""
        self.last = sentence
        self._warning = sentence, verb, do
        clear(self._banner_row)
        self._banner_row.addWidget(label(in_sight(sentence), "warn", wrap=True), 1)
        if verb and do is not None:
            self._banner_row.addWidget(button(verb, partial(self._do, do)))
        from_sight = button("✕", self.banner.hide, "quiet")
        self._banner_row.addWidget(from_sight)
        self.banner.show()

    def warn_too(self, sentence: str) -> None:
        """In the banner, above what it says already."""
        if self.banner.isHidden():
            self.warn(sentence)
        else:
            before, verb, do = self._warning
            self.warn(f"{sentence}\n{before}", verb, do)

    def ask_text(self, title: str, sentence: str, text: str, verb: str, do: Callable[[str], object]) -> None:
        """One line of text, asked without holding anything up; `do(text)` when it is given."""
        question = self._windows.own(Question(self._window, title, sentence, text, verb))
        if self._unwritten is not None:
            question.keep_in(self._unwritten)
        question.answered.connect(partial(self._answer, question, do))
        question.open()

    def _answer(self, question: Question, do: Callable[[str], object], text: str) -> None:
        """Keep a refused answer, so that it stands there when the same is asked again."""
        try:
            do(text)
        except KnownError as error:
            self.complain(error)
        else:
            question.field.empty()

    def ask_open(self, title: str, folder: Path) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), FILTER)
        return Path(chosen) if chosen else None

    def ask_save(self, title: str, proposal: Path, kinds: str = FILTER) -> Path | None:
        """A place for a file; the ending is added where it was left out, and then asked again where that
        file is there: the dialog has only asked about the name without it."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(proposal), kinds)
        if not chosen:
            return None
        path = whole_name(Path(chosen), proposal.suffix)
        if path != Path(chosen) and path.exists():
            return self.ask_save(title, path, kinds)
        return path

    def ask_folder(self, title: str, folder: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(folder))
        return Path(chosen) if chosen else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self._window, self._over) and event.type() in MOVES:
            self._place()
        return False

    def _place(self) -> None:
        toast = self._toast
        if toast is None:
            return
        toast.adjustSize()
        place = toast_place(self._window.rect(), self._hidden(), toast.sizeHint(), toast.heightForWidth)
        toast.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if place is None:
            toast.hide()
            self._timer.stop()
            return
        toast.setGeometry(place)
        if toast.isHidden():
            toast.show()
            self._timer.start()
        toast.raise_()

    def _hidden(self) -> QRect:
        """The part of this window that another one may lie over. A full screen lies over nothing while this
        window has the keys: whoever turned to it has brought it to the front."""
        over = self._over
        in_front = over is not None and over.isFullScreen() and self._window.isActiveWindow()
        if over is None or not over.isVisible() or in_front:
            return QRect()
        frame = over.frameGeometry()
        return QRect(self._window.mapFromGlobal(frame.topLeft()), frame.size()) & self._window.rect()


def in_sight(sentences: str) -> str:
    """A banner's lines, of which so many stand there that the window below it can still be used."""
    lines = sentences.split("\n")
    more = len(lines) - BANNER_LINES
    if more <= 1:  # the line that says "one more" would take the place of that one
        return sentences
    return "\n".join((*lines[:BANNER_LINES], tr("and {n} more", n=more)))


def whole_name(path: Path, ending: str) -> Path:
    """The path with that ending; what follows the dot in "Poster v1.2" is none."""
    return path if path.suffix.lower() == ending.lower() else path.with_name(f"{path.name}{ending}")
