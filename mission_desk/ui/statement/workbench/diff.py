"""What has changed since the version before: removed words struck out, new ones on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Version
from mission_desk.core.statement import drafts
from mission_desk.language.statement.worddiff import Span, word_diff
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr
from mission_desk.written import moment


class DiffText(QTextEdit):
    """Only to be read; as high as its text."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "diff")
        self._tokens = tokens
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        self.clear()
        cursor = self.textCursor()
        for place, span in enumerate(spans):
            cursor.insertText(span.text, self._format(span.kind))
            follows = spans[place + 1].kind if place + 1 < len(spans) else ""
            if span.kind == "removed" and follows == "added" and not span.text[-1:].isspace():
                cursor.insertText(" ", self._format("kept"))  # or old and new would read as one word
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(int(self.document().size().height()) + 4)

    def _format(self, kind: str) -> QTextCharFormat:
        format = QTextCharFormat()
        format.setForeground(QColor(self._tokens.ink))
        if kind == "removed":
            format.setForeground(QColor(self._tokens.warn))
            format.setFontStrikeOut(True)
        elif kind == "added":
            format.setForeground(QColor(self._tokens.accent))
            format.setBackground(QColor(self._tokens.accent_soft))
        return format


class DiffCard(Card):
    def __init__(self, doc: Document, tokens: Tokens) -> None:
        super().__init__(spacing=6)
        self._doc = doc
        self._since = label("", "tiny", wrap=True)
        self._text = DiffText(tokens)
        self.column.addWidget(self._since)
        self.column.addWidget(self._text)

    def show_draft(self, draft: Draft) -> None:
        """Against the newest version; where nothing was typed since, that version against the one before."""
        before = self._before(draft)
        self._text.setVisible(before is not None)
        if before is None:
            self._since.setText(
                tr("Nothing has changed yet. The next version shows here what is new and what went.")
            )
            return
        self._since.setText(
            tr("Since v{n} · {time}", n=before.number, time=moment(before.at, self._doc.now()))
        )
        self._text.show_spans(word_diff(before.text, draft.text.strip()))

    def _before(self, draft: Draft) -> Version | None:
        text = draft.text.strip()
        return next(
            (version for version in drafts.versions(self._doc, draft.id) if version.text != text), None
        )
