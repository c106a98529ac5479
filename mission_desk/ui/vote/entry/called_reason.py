"""A reason that somebody calls out while hands or dots are counted: a line, and how many there are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import reasons
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class CalledReason(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._poll: Poll | None = None
        words = tr("A reason that was called out, then Enter")
        self.field = LineField(words)
        self.field.setAccessibleName(words)
        self.field.setMaxLength(reasons.LONGEST)
        self.field.returnPressed.connect(self._add)
        self._count = label("", "tiny")
        line = row(self.field, self._count, spacing=12)
        line.setStretch(0, 1)
        column(self).addLayout(line)

    def show_poll(self, poll: Poll) -> None:
        self._poll = poll
        self.setVisible(bool(poll.reasons))
        self.field.keep_in(self._place.unwritten, f"reason.{poll.id}")
        count = reasons.called_out(self._doc, poll.id)
        self._count.setText(trn("{n} reason", "{n} reasons", count) if count else "")

    def _add(self) -> None:
        if self._poll is None:
            return
        try:
            reasons.add_called_out(self._doc, self._poll.id, self.field.text(), source=self)
        except KnownError as error:
            self._place.messages.complain(error)
        else:
            self.field.empty()
            self.show_poll(self._poll)
