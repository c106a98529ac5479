"""One line that says what the sensor asks about the words one is writing, and what to do: put other words
there, leave them out, or hear no more of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.room import room_words
from mission_desk.core.room.personal_words import add_personal
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.sensed.marks import Mark
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.words import tr
from mission_desk.written import quoted

MOST_TRIES = 2


class FindingLine(QWidget):
    """Follows one field at a time; says `rest` where there is nothing to ask."""

    def __init__(self, doc: Document, rest: str) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc, self._rest = doc, rest
        self._field: SensedField | None = None
        self._shown: Mark | None = None
        self._words = label("", "warn")
        self._says = label(rest, "quiet")
        self._says.setMinimumWidth(1)  # it is cut rather than that the window grows
        self._tries = [button("", partial(self._try, number), "small") for number in range(MOST_TRIES)]
        self._out = button(tr("Leave the word out"), partial(self._put, ""), "small")
        self._mute = button(tr("Mute it"), self._hush, "small-quiet")
        self._spelt = button(tr("It is right"), self._learn, "small-quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._says, 1)
        for each in self._verbs():
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whoever presses it goes on typing
            each.hide()
            layout.addWidget(each)
        self._out.ensurePolished()
        self.setMinimumHeight(self._out.sizeHint().height())  # else all above moves when a finding comes

    def _verbs(self) -> list[QWidget]:
        return [*self._tries, self._out, self._mute, self._spelt]

    def attend(self, field: SensedField) -> None:
        """From now on speak of the words in this field."""
        self._field = field
        self.show_finding(field)

    def show_finding(self, field: SensedField) -> None:
        """Something changed in `field`; heed it if it is the one that is written in."""
        if field is not self._field:
            return
        mark = field.mark_here() if field.hasFocus() else None
        if mark == self._shown:
            return
        self._shown = mark
        self._words.setText(quoted(mark.words) if mark else "")
        self._words.setVisible(mark is not None)
        self._says.setText(mark.says if mark else self._rest)
        set_look(self._says, "strong" if mark else "quiet")
        self._show_verbs(mark)

    def say(self, sentence: str) -> None:
        """What is said while there is nothing to ask."""
        self._rest = sentence
        if self._shown is None:
            self._says.setText(sentence)

    def text(self) -> str:
        return f"{self._words.text()} {self._says.text()}".strip()

    def _show_verbs(self, mark: Mark | None) -> None:
        tries = mark.tries[:MOST_TRIES] if mark else ()
        for number, proposal in enumerate(self._tries):
            proposal.setVisible(number < len(tries))
            proposal.setText(tries[number].replace("&", "&&") if number < len(tries) else "")
        self._out.setVisible(mark is not None and mark.kind == "empty")
        self._mute.setVisible(mark is not None and bool(mark.id))
        self._spelt.setVisible(mark is not None and mark.kind == "spelling")

    def _try(self, number: int) -> None:
        if self._shown is not None and number < len(self._shown.tries):
            self._put(self._shown.tries[number])

    def _put(self, words: str) -> None:
        if self._field is not None and self._shown is not None:
            self._field.replace_mark(self._shown, words)

    def _hush(self) -> None:
        if self._shown is not None:
            room_words.mute(self._doc, self._shown.id, source=self)

    def _learn(self) -> None:
        if self._shown is not None and self._field is not None:
            add_personal("dictionary", self._shown.words)
            self._field.relearn()
