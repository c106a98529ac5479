"""What was typed and is not in the file yet, under the name of the place it was typed for. Every field of
typed words hands its words on here at each key; they are written here, and where they cannot be, they are
stored and tried again. They outlive their field, so a panel that is built anew or another selection loses
none of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mission_desk.core.file import half_typed
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.half_typed import HalfTyped
from mission_desk.words import tr

log = logging.getLogger(__name__)
DEADLINE = 500  # ms after the first key that is not in the file: with the commit it stays below a second
AGAIN = 2_000  # ms between two tries where the file cannot be written

Write = Callable[[str], object]


class HalfTypedWriter(Struct, frozen=True):
    """Writes words that are not handed in yet, with what they belong to."""

    doc: Document
    place: str
    about: dict[str, object]

    def __call__(self, words: str) -> None:
        half_typed.keep(self.doc, self.place, words, self.about)


class Words(Struct):
    """`why` is the sentence with which they were refused last; empty before the first try."""

    text: str
    write: Write
    why: str = ""


class Unwritten(QObject):
    """`changed(place)` when words were written or refused; `emptied(place)` when they were handed in or given
    up; `refused(error)` is to be said."""

    changed = Signal(str)
    emptied = Signal(str)
    refused = Signal(object)

    def __init__(self, doc: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doc = doc
        self._waiting: dict[str, Words] = {}
        self._writing = ("", "")  # place and words that are being written just now
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(partial(self._write_all, by_itself=True))

    def typed(self, place: str, text: str, write: Write) -> None:
        """These words stand there now; `write` puts them into the file, or raises KnownError."""
        before = self._waiting.get(place)
        self._waiting[place] = Words(text, write, before.why if before else "")
        self._write_within(DEADLINE)

    def empty(self, place: str) -> None:
        """What was half typed there was handed in, or given up."""
        self.typed(place, "", self.keep(place))
        self.emptied.emit(place)

    def half_typed(self, place: str) -> HalfTyped:
        """What stands in a field whose words are not handed in yet, written down or not."""
        words = self._waiting.get(place)
        if words is None:
            return half_typed.half_typed(self._doc, place)
        return HalfTyped(words.text, words.write.about if isinstance(words.write, HalfTypedWriter) else {})

    def keep(self, place: str, about: dict[str, object] | None = None) -> HalfTypedWriter:
        """How words are written that are not handed in yet."""
        return HalfTypedWriter(self._doc, place, about or {})

    def waiting(self, place: str) -> str | None:
        """Words for this place that are not in the file; None where all are."""
        words = self._waiting.get(place)
        return words.text if words else None

    def why(self, place: str) -> str:
        """The sentence with which they were refused; empty where nothing was."""
        words = self._waiting.get(place)
        return words.why if words else ""

    def is_writing(self, place: str, text: str) -> bool:
        """A change that is told just now comes from these words."""
        return self._writing == (place, text)

    def refusal(self) -> str:
        """Why something that was typed is not in the file; empty where all is well."""
        return next((words.why for words in self._waiting.values() if words.why), "")

    def settle(self) -> bool:
        """Write everything that waits, before something else is done. True where nothing waits any more."""
        return self._write_all(by_itself=False)

    def stop(self) -> None:
        """Stop writing: the file is being closed."""
        self._timer.stop()
        self._waiting.clear()

    def _write_all(self, *, by_itself: bool) -> bool:
        self._timer.stop()
        for place in list(self._waiting):  # what one of them causes may settle the others
            self._write(place, by_itself=by_itself)
        if self._waiting:
            self._write_within(AGAIN)
        return not self._waiting

    def _write(self, place: str, *, by_itself: bool) -> None:
        words = self._waiting.pop(place, None)
        if words is None:
            return
        before, self._writing = self._writing, (place, words.text)
        try:
            words.write(words.text)
        except KnownError as error:
            self._refuse(place, words, error, by_itself=by_itself)
        except Exception:  # a mistake of ours in one place must not keep the words of all others unwritten
            self._refuse_ours(place, words, by_itself=by_itself)
        finally:
            self._writing = before
        self.changed.emit(place)

    def _refuse(self, place: str, words: Words, error: KnownError, *, by_itself: bool) -> None:
        """Say the refusal once although it is tried again and again; say it again when somebody does
        something."""
        is_news = words.why != error.cause
        words.why = error.cause
        self._waiting.setdefault(place, words)
        if is_news or not by_itself:
            sentence = tr("{why} What you typed stays where it is and is tried again.", why=error.cause)
            self.refused.emit(KnownError(sentence))

    def _refuse_ours(self, place: str, words: Words, *, by_itself: bool) -> None:
        sentence = tr("That did not work, and it is our fault. What you typed stays where you typed it.")
        if words.why != sentence:  # tried again and again, it would fill the log
            log.exception("words could not be written")
        self._refuse(place, words, KnownError(sentence), by_itself=by_itself)

    def _write_within(self, time: int) -> None:
        if not self._timer.isActive() or self._timer.remainingTime() > time:
            self._timer.start(time)
