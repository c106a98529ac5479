"""Reads the word lists and then the dictionary in a thread, and asks the dictionary for proposals. What is
read already is used at once; typing never waits for the rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mission_desk.language.sensor.sensor import findings
from mission_desk.language.spelling import Dictionary, load
from mission_desk.ui.parts.worker_thread import WorkerThread


class Speller(WorkerThread):
    ready = Signal()  # the word list is there, and a moment later the dictionary
    proposed = Signal(str, object)  # a word, and what was probably meant

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("spelling", parent)
        self._wanted: str | None = None
        self._dictionary: Dictionary | None = None
        self._listed: set[str] = set()  # languages whose word list is compiled
        self._asked: list[str] = []

    def want(self, language: str) -> None:
        """Have this language ready; at once where it is there already."""
        with self.lock:
            if self._wanted == language:
                return
            self._wanted = language
        self.start_work()

    def dictionary(self, language: str) -> Dictionary | None:
        with self.lock:
            present = self._dictionary
        return present if present is not None and present.language == language else None

    def knows_empty_words(self, language: str) -> bool:
        with self.lock:
            return language in self._listed

    def ask(self, word: str) -> None:
        """Ask for proposals for a word; they come by `proposed`."""
        with self.lock:
            self._asked.append(word)
        self.start_work()

    # from here on in the thread

    def take_turn(self) -> bool:
        with self.lock:
            wanted, present = self._wanted, self._dictionary
            word = self._asked.pop() if present is not None and self._asked else ""
            self._asked.clear()  # only the newest is still looked at
            fits = present is not None and present.language == wanted
            self.busy = bool(word) or not fits
        if not fits and wanted is not None:
            self._read(wanted)
        elif word and present is not None:
            self.tell(Speller.proposed, word, present.proposals(word))
        return self.busy

    def _read(self, language: str) -> None:
        findings("We listen.", language)  # compiles the word list
        with self.lock:
            self._listed.add(language)
        self.tell(Speller.ready)
        read = load(language)
        with self.lock:
            self._dictionary = read
        self.tell(Speller.ready)
