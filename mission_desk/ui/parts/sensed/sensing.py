"""What the sensor and the dictionary say of the words that stand in the editor now, as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mission_desk.core.file.document import Document
from mission_desk.core.room import scene
from mission_desk.core.statement import buzzword_hunt, sensing
from mission_desk.grammar import SOURCE
from mission_desk.language.sensor.findings import Room, Sign
from mission_desk.language.sensor.sensor import findings, signs
from mission_desk.language.spelling import slips
from mission_desk.language.word_files import has_word_list
from mission_desk.ui.parts.sensed.marks import Mark, marks
from mission_desk.ui.parts.sensed.speller import Speller


class Sensing(QObject):
    """`follow` reads the lists of words that the room added; `marks_of` judges a text by them."""

    ready = Signal()  # the lists are read: what was not underlined before may be now

    def __init__(self, doc: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doc = doc
        self.speller = Speller(self)
        self.speller.ready.connect(self.ready)
        self._language = SOURCE
        self._room = Room()
        self._own: frozenset[str] = frozenset()
        self._called: tuple[str, ...] = ()

    def follow(self, draft: int | None) -> None:
        self._language = scene.workshop(self._doc).language
        self._room = sensing.sensor_room(self._doc, draft)
        self._own = sensing.rightly_spelt(self._doc)
        hits = buzzword_hunt.hits(self._doc, draft) if draft is not None else []
        self._called = tuple(hit.phrase for hit in hits if hit.state == "called")
        self.speller.want(self._language)

    def marks_of(self, text: str) -> tuple[Mark, ...]:
        """Empty words as soon as their list is read, slips when the dictionary is there as well."""
        if not self.speller.knows_empty_words(self._language):
            return ()
        dictionary = self.speller.dictionary(self._language)
        slipped = slips(text, dictionary, self._own) if dictionary is not None else ()
        return marks(text, findings(text, self._language, self._room), slipped, self._called)

    def has_list(self) -> bool:
        """Whether there is a word list for the language of the workshop."""
        return has_word_list(self._language)

    def signs_of(self, text: str) -> tuple[Sign, ...]:
        return signs(text, self._language, self._room) if text.strip() else ()
