"""One question about one option as a row of large buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mission_desk.core.vote.ballot_scales import Scale
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.labels import label, set_look, set_tip

TITLE = 50  # px
MARKED = 6  # px at the sides of a row that can be marked
LONGEST_WORD = 14  # letters: longer words stand below the numbers


class AnswerField(QWidget):
    """One question of a ballot. Its keys are read by a `KeyReader`; here are only its buttons."""

    gives = Signal(object)  # a value, or None to take it back
    adds = Signal(int)
    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "clear")
        self.setAttribute(
            Qt.WidgetAttribute.WA_StyledBackground
        )  # or Qt paints no ground for a class of ours
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_value(self, value: int | None) -> None:
        """What is on the paper now."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focused.emit(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.focused.emit(False)
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)


class SpareWords(QLabel):
    """Words that are shown where they have room, and not at all where they would be cut."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_look(self, "tiny")

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)


class ScaleRow(AnswerField):
    """A button a value; the one that was given is filled. A second press takes it back."""

    def __init__(self, scale: Scale, name: str, *, large: bool, titled: bool) -> None:
        super().__init__()
        self._scale, self._titled = scale, titled
        self._value: int | None = None
        self._worded = bool(scale.words) and max(map(len, scale.words)) <= LONGEST_WORD
        self.setAccessibleName(f"{name}: {scale.title}")
        self.buttons: dict[int, QPushButton] = {}
        line = QHBoxLayout()
        line.setSpacing(8 if large else 4)
        for value in scale.values:
            line.addWidget(self._button(value, large=large))
        self._value_words = label("", "strong") if large else SpareWords()
        (self._lay_large if large else self._lay_small)(line)

    def _lay_large(self, line: QHBoxLayout) -> None:
        """In the booth: what is asked, the buttons, and below them what their ends mean."""
        side = MARKED if self._titled else 0
        layout = column(self, (side, side // 2, side, side // 2), 4)
        if self._scale.ask:
            layout.addWidget(label(self._scale.ask, "body", wrap=True))
        block = QVBoxLayout()
        block.setSpacing(3)
        block.addLayout(line)
        low, high = self._ends()
        if low and not self._worded:
            foot = row(label(low, "tiny"), label(high, "tiny"), stretch=1)
            block.addLayout(foot)
        across = QHBoxLayout()
        across.addLayout(block)
        across.addStretch(1)
        layout.addLayout(across)
        if self._scale.words and not self._worded:
            layout.addWidget(self._value_words)

    def _lay_small(self, line: QHBoxLayout) -> None:
        """At the desk everything stands on one line; what is asked is in the tooltip."""
        set_tip(self, self._scale.ask)
        title, hint = label(self._scale.title, "tiny"), SpareWords()
        title.setMinimumWidth(TITLE)
        low, high = self._ends()
        hint.setText(" · ".join(part for part in (low, high) if part and not self._worded))
        across = QHBoxLayout(self)
        across.setContentsMargins(MARKED if self._titled else 0, 0, 0, 0)
        across.setSpacing(8)
        after = self._value_words if self._scale.words and not self._worded else hint
        if self._titled:
            across.addWidget(title)
        across.addLayout(line)
        across.addWidget(after, 1)

    def _ends(self) -> tuple[str, str]:
        scale = self._scale
        if not scale.low:
            return "", ""
        return f"{scale.values[0]} {scale.low}", f"{scale.values[-1]} {scale.high}"

    def _button(self, value: int, *, large: bool) -> QPushButton:
        words = self._scale.word(value) if self._worded else str(value)
        value_button = button(words, partial(self._press, value), "value-large" if large else "value")
        value_button.setCheckable(True)
        value_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys; Tab goes from row to row
        set_tip(value_button, self._scale.word(value))
        value_button.setAccessibleName(f"{self.accessibleName()} {self._scale.word(value)}")
        value_button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.buttons[value] = value_button
        return value_button

    def _press(self, value: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.gives.emit(None if value == self._value else value)

    def show_value(self, value: int | None) -> None:
        self._value = value
        for each, value_button in self.buttons.items():
            value_button.setChecked(each == value)
        worded = self._scale.words and value is not None and not self._worded
        self._value_words.setText(self._scale.word(value) if worded and value is not None else "")
