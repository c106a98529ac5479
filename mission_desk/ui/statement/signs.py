"""The strip of signs under a draft: what can be said of it without any opinion."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.core import concerns, drafts
from mission_desk.core.document import Document
from mission_desk.core.rows import Draft
from mission_desk.language.length import LONG_ABOVE, STRONG_BELOW, length
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.statement.moments import moment
from mission_desk.words import tr, trn


class Sign(Card):
    def __init__(self, name: str) -> None:
        super().__init__(margins=(12, 9, 12, 10), spacing=2)
        self._figure, self._words = label("", "figure"), label("", "tiny", wrap=True)
        self.column.addWidget(label(name, "tiny"))
        self.column.addWidget(self._figure)
        self.column.addWidget(self._words)
        self.column.addStretch(1)

    def say(self, figure: str, words: str, *, alarm: bool = False) -> None:
        self._figure.setText(figure)
        self._words.setText(words)
        look(self, "card-warn" if alarm else "card")

    def text(self) -> str:
        return f"{self._figure.text()} {self._words.text()}"


class Signs(QWidget):
    def __init__(self, doc: Document) -> None:
        super().__init__()
        look(self, "clear")
        self._doc = doc
        self.length = Sign(tr("Length"))
        self.versions = Sign(tr("Versions kept"))
        self.concerns = Sign(tr("Open concerns"))
        self.sources = Sign(tr("Built from"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for place, sign in enumerate((self.length, self.versions, self.concerns, self.sources)):
            self._grid.addWidget(sign, 0, place)
            self._grid.setColumnStretch(place, 1)

    def show_draft(self, draft: Draft) -> None:
        self.show_length(draft.text)
        self._show_versions(draft)
        every = concerns.concerns_on(self._doc, draft=draft.id)
        still = sum(1 for row in every if row.state == "open")
        settled = len(every) - still
        said = trn("{n} settled", "{n} settled", settled) if settled else tr("none was raised")
        words = tr("answer or accept them") if still and not settled else said
        self.concerns.say(str(still), words, alarm=still > 0)
        notes = len(drafts.sources(self._doc, draft.id))
        figure = trn("{n} note", "{n} notes", notes)
        self.sources.say(figure, tr("of the boards") if notes else tr("“Use in a statement” on a board"))

    def show_length(self, text: str) -> None:
        """Also while somebody types, before the text is written."""
        found = length(text)
        words = {
            "empty": tr("strong: under {n}", n=STRONG_BELOW),
            "strong": tr("strong: under {n}", n=STRONG_BELOW),
            "fair": tr("nearly: strong is under {n}", n=STRONG_BELOW),
            "long": tr("long: over {n}", n=LONG_ABOVE),
        }[found.verdict]
        self.length.say(trn("{n} word", "{n} words", found.words), words, alarm=found.verdict == "long")

    def _show_versions(self, draft: Draft) -> None:
        kept = drafts.versions(self._doc, draft.id)
        if not kept:
            self.versions.say("0", tr("kept when you leave the text"))
            return
        time = moment(kept[0].at, self._doc.now())
        if kept[0].text == draft.text.strip():
            self.versions.say(str(len(kept)), tr("last at {time}", time=time))
        else:
            self.versions.say(str(len(kept)), tr("changed since {time}", time=time))
