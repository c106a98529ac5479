"""The swap test and the opposite test: the draft with another trade's words, and with the opposite of its
words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.statement import draft_tests
from mission_desk.language.statement.opposite import opposite
from mission_desk.language.statement.swap import Trade
from mission_desk.language.statement.worddiff import Span
from mission_desk.language.word_files import has_word_list
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label
from mission_desk.ui.statement.workbench.diff import DiffText
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

LETTERS = 11  # a trade's name is mostly as long


class SwapCard(Card):
    """`chosen(key)` when another trade is wanted."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        self._doc: Document = place.doc
        self.trade = Chooser(place.tokens, tr("Which trade"))
        self.trade.setMinimumContentsLength(LETTERS)
        self.trade.chosen.connect(self.chosen)
        self._text = DiffText(place.tokens)
        self._says = label("", "quiet", wrap=True)
        self.swap = action_button(place.commands.action("test.swap"), "small")
        self.column.addWidget(label(tr("Swap test"), "section"))
        self.column.addLayout(row(self.trade, self.swap, spacing=6, stretch=2))
        self.column.addWidget(self._text)
        self.column.addWidget(self._says)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        every = draft_tests.trades(self._doc)
        for part in (self.trade, self.swap, self._text):
            part.setVisible(bool(every))
        if every:
            self._show_trades(draft, every)
        else:
            self._says.setText(tr("There is no word list for this language."))

    def _show_trades(self, draft: Draft, every: Sequence[Trade]) -> None:
        shown = draft_tests.swap_shown(self._doc)
        trade = next((each for each in every if each.key == shown), every[0])
        self.trade.show_entries([(each.key, each.name) for each in every])
        self.trade.show_choice(trade.key)
        swapped = draft_tests.swapped_draft(self._doc, draft, trade)
        self._text.show_spans(spans_of(swapped.text, swapped.spans))
        self._says.setText(
            tr("Would it hang on their wall? Then it says too little of ours.")
            if swapped.spans
            else tr("Nothing in it is only ours: any trade could hang it up as it stands.")
        )

    def text(self) -> str:
        return self._text.toPlainText()


class OppositeCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        self._doc = place.doc
        self._text = DiffText(place.tokens)
        self.column.addWidget(label(tr("Opposite test"), "section"))
        self.column.addWidget(self._text)
        self._says = label("", "quiet", wrap=True)
        self.column.addWidget(self._says)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        language = draft_tests.language(self._doc)
        turned = opposite(draft.text.strip(), language)
        self._text.show_spans(spans_of(turned.text, turned.spans))
        self._says.setText(
            tr("Would anybody ever say this? If not, everybody says what we say.")
            if has_word_list(language)
            else tr("There is no word list for this language.")
        )

    def text(self) -> str:
        return self._text.toPlainText()


def spans_of(text: str, places: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    """The words that were put in stand out as added ones do."""
    parts: list[Span] = []
    last = 0
    for start, end in places:
        parts += [Span(text[last:start], "kept"), Span(text[start:end], "added")]
        last = end
    return tuple(span for span in (*parts, Span(text[last:], "kept")) if span.text)
