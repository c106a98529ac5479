"""The strip of signs under a draft: what can be said of it, each with its reason in a few words."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mission_desk.language.sensor.findings import Sign
from mission_desk.language.statement.length import LONG_ABOVE, STRONG_BELOW, length
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.sensed.marks import Mark
from mission_desk.words import tr, trn

SHOWN = ("reads", "about", "courage")  # beside length and empty words; the others speak when they are poor
NARROW = 620  # px; below, three in a row
LETTERS = 9  # of a figure in the large size; a longer one would take three lines
NARROW_CARD = 140  # px
ALSO = 3  # further signs that are worth a word


class SignCard(Card):
    """`low` leaves the reason to the tooltip, where the page has little height."""

    def __init__(self, name: str) -> None:
        super().__init__(margins=(12, 9, 12, 10), spacing=2)
        self._low = False
        self._name = label(name, "tiny")
        self._figure, self._words = label("", "figure", wrap=True), label("", "tiny", wrap=True)
        for part in (self._name, self._figure, self._words):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def say(self, figure: str, words: str, *, name: str = "", alarm: bool = False) -> None:
        if name:
            self._name.setText(name)
        self._figure.setText(figure)
        self._words.setText(words)
        set_tip(self, words if self._low else "")
        set_look(self, "card-warn" if alarm else "card")
        self._fit()

    def set_low(self, low: bool) -> None:
        self._low = low
        self.column.setContentsMargins(12, 6 if low else 9, 12, 6 if low else 10)
        self._words.setVisible(not low)
        set_tip(self, self._words.text() if low else "")
        self._fit()

    def _fit(self) -> None:
        most = LETTERS if self.width() >= NARROW_CARD else LETTERS // 2
        large = len(self._figure.text()) <= most
        set_look(self._figure, "strong" if self._low else "figure" if large else "title")

    def text(self) -> str:
        return f"{self._figure.text()} {self._words.text()}"


class Signs(QWidget):
    def __init__(self) -> None:
        super().__init__()
        set_look(self, "clear")
        self.length = SignCard(tr("Length"))
        self.empty = SignCard(tr("Empty words"))
        self.others = {key: SignCard("") for key in SHOWN}
        self._also = label("", "tiny", wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._grid)
        layout.addWidget(self._also)
        self._columns = 0
        self._low = False
        self._arrange()

    def set_low(self, low: bool) -> None:
        """All in one line, the reasons on hover: a low page needs the room for words and bench."""
        if low != self._low:
            self._low = low
            for card in self.cards():
                card.set_low(low)
            self._show_also()
            self._arrange()

    def cards(self) -> list[SignCard]:
        return [self.length, self.empty, *self.others.values()]

    def show_text(self, text: str, marks: tuple[Mark, ...], signs: tuple[Sign, ...], has_list: bool) -> None:
        """Also while somebody types, before the text is written. `has_list`: there is a word list for its
        language."""
        self._show_length(text)
        self._show_marks(marks, has_list)
        by_key = {sign.key: sign for sign in signs}
        for key, card in self.others.items():
            sign = by_key.get(key)
            card.setVisible(sign is not None)
            if sign is not None:
                card.say(sign.figure, sign.reason, name=sign.name, alarm=sign.verdict == "poor")
        poor = [sign for sign in signs if sign.verdict == "poor" and sign.key not in (*SHOWN, "length")]
        weak_points = "   ·   ".join(f"{sign.name}: {sign.reason}" for sign in poor[:ALSO])
        self._also.setText(weak_points)
        self._show_also()

    def _show_also(self) -> None:
        """On a low page in the tooltip, as the reasons: the line would push down what stands below."""
        weak_points = self._also.text()
        self._also.setVisible(bool(weak_points) and not self._low)
        set_tip(self, weak_points if self._low else "")

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        columns = 5 if self.width() >= NARROW or self._low else 3
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(5):
            self._grid.setColumnStretch(column, int(column < columns))

    def _show_length(self, text: str) -> None:
        counted = length(text)
        words = {
            "empty": tr("strong: under {n}", n=STRONG_BELOW),
            "strong": tr("strong: under {n}", n=STRONG_BELOW),
            "fair": tr("nearly: strong is under {n}", n=STRONG_BELOW),
            "long": tr("long: over {n}", n=LONG_ABOVE),
        }[counted.verdict]
        self.length.say(trn("{n} word", "{n} words", counted.words), words, alarm=counted.verdict == "long")

    def _show_marks(self, marks: tuple[Mark, ...], has_list: bool) -> None:
        empty = [mark for mark in marks if mark.kind == "empty"]
        spelt = [mark for mark in marks if mark.kind == "spelling"]
        if empty:
            first = empty[0]
            words = tr("{words} → {says}", words=first.words, says=first.says)
        elif spelt:
            words = tr("{word}: not in the dictionary", word=spelt[0].words)
        elif not has_list:
            words = tr("no word list for this language")
        else:
            words = tr("every word says something")
        figure = str(len(empty)) if empty or has_list else "–"
        self.empty.say(figure, words, alarm=bool(empty))
