"""The draft by its parts: who we serve, what we do, why it matters, how you can tell. A part that nothing
says yet is a gap in the statement."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.core.file.closed_sets import PartKey
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.statement import parts
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

IN_A_ROW, NARROW = 4, 940  # cards side by side; two where the page is narrower than so many px


def part_titles() -> dict[PartKey, tuple[str, str]]:
    """Key -> its name, and the question that finds it."""
    return {
        "serve": (tr("Who we serve"), tr("Whose day is different because of us?")),
        "do": (tr("What we do"), tr("What would a visitor see us do?")),
        "matter": (tr("Why it matters"), tr("What do they have then that they had not before?")),
        "tell": (tr("How you can tell"), tr("What could a stranger count or hear?")),
    }


class PartCard(Card):
    def __init__(self, title: str, question: str) -> None:
        super().__init__(spacing=6)
        self._question = question
        self._words = label("", "serif-small", wrap=True)
        self.mark = button(tr("The selected words say it"), style="small")
        self.clear = button(tr("Take away"), style="small-quiet")
        self.column.addWidget(label(title, "section"))
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self.mark)
        self.column.addLayout(row(self.clear, stretch=1))

    def show_phrase(self, phrase: str) -> None:
        set_look(self, "card" if phrase else "card-gap")
        set_look(self._words, "serif-small" if phrase else "quiet")
        self._words.setText(phrase or tr("Not said yet. {question}", question=self._question))
        self.mark.setVisible(not phrase)
        self.clear.setVisible(bool(phrase))

    def text(self) -> str:
        return self._words.text()


class PartView(QWidget):
    """`marks(key)`: the selected words say that part; `clears(key)`: they do not."""

    marks = Signal(str)
    clears = Signal(str)

    def __init__(self, doc: Document) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = doc
        self.cards = {key: PartCard(*words) for key, words in part_titles().items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for key, card in self.cards.items():
            card.mark.clicked.connect(partial(self.marks.emit, key))
            card.clear.clicked.connect(partial(self.clears.emit, key))
        self._arrange(IN_A_ROW)

    def _arrange(self, columns: int) -> None:
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(IN_A_ROW):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: object) -> None:
        self._arrange(IN_A_ROW if self.width() >= NARROW else 2)

    def show_draft(self, draft: Draft) -> None:
        phrases = parts.parts(self._doc, draft.id)
        for key, card in self.cards.items():
            card.show_phrase(phrases.get(key, ""))
