"""What is measured today, one line each: kept, changed to another measure, or stopped. None is left without
an answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mission_desk.core.file.closed_sets import KpiAnswer
from mission_desk.core.file.plan_rows import Kpi
from mission_desk.core.plan import kpis
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDE, NARROW = 250, 280  # px of the fields


class KpiRow(QFrame):
    """`enters` to go on to the next line; `removes`."""

    enters = Signal(int)
    removes = Signal(int)

    def __init__(self, place: Workplace, kpi: int) -> None:
        super().__init__()
        set_look(self, "table-row")
        self._place, self.kpi = place, kpi
        self.fields = {
            "name": LineField(tr("What is measured today?")),
            "changed_to": LineField(tr("to which measure?")),
            "because": LineField(tr("because …")),
        }
        self.answer: Choice[KpiAnswer] = Choice(
            (("kept", tr("Keep it")), ("changed", tr("Change it")), ("stopped", tr("Stop it"))),
            tr("What becomes of it"),
        )
        self._lacks = label("", "warn-tiny")
        self._lay_out()
        self.answer.chosen.connect(self._choose)

    def _lay_out(self) -> None:
        names = {
            "name": tr("What is measured today?"), "changed_to": tr("to which measure?"),
            "because": tr("because …"),
        }  # fmt: skip
        for name, field in self.fields.items():
            field.setAccessibleName(names[name])
            field.setFixedWidth(WIDE if name == "name" else NARROW)
            field.installEventFilter(self)
        words = QWidget()
        set_look(words, "clear")
        flow = FlowLayout(words, 2 * UNIT)
        remove = button(tr("Delete"), partial(self.removes.emit, self.kpi), "small-quiet")
        for each in (self.fields["name"], self.answer, self.fields["changed_to"], self.fields["because"]):
            flow.addWidget(each)
        flow.addWidget(self._lacks)
        line = row(words, remove)
        line.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        line.setStretch(0, 1)
        line.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_kpi(self, kpi: Kpi) -> None:
        for name, field in self.fields.items():
            place = f"kpi.{kpi.id}.{name}"
            field.write_to(self._place.unwritten, place, partial(self._write, name))
            field.show_text(getattr(kpi, name))
        self.answer.show_choice(kpi.answer)
        self.fields["changed_to"].setVisible(kpi.answer == "changed")
        lacks = tr("changed to which?") if kpi.answer == "changed" else tr("no answer yet")
        self._lacks.setText(lacks)
        self._lacks.setVisible(bool(kpi.name.strip()) and not kpis.is_answered(kpi))

    def _write(self, name: str, text: str) -> None:
        kpis.edit_kpi(self._place.doc, self.kpi, source=self, **{name: text})

    def _choose(self, answer: KpiAnswer) -> None:
        self._place.commands.attempt(lambda: kpis.answer_kpi(self._place.doc, self.kpi, answer, source=self))
        if answer == "changed":
            self.fields["changed_to"].show()
            self.fields["changed_to"].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self.hand_on()
            self.enters.emit(self.kpi)
            return True
        return False

    def hand_on(self) -> None:
        for field in self.fields.values():
            field.hand_on()


class KpiList(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self.rows: dict[int, KpiRow] = {}
        self._says = label("", "strong", wrap=True)
        self.add = button(tr("Another measure"), self._add)
        content = QWidget()
        set_look(content, "clear")
        self._lines: QVBoxLayout = column(content, spacing=0)
        self._lines.addStretch(1)
        card = Card("card", (1, 1, 1, 1), 0)
        card.column.addWidget(scrolled(content))
        layout = column(self, spacing=2 * UNIT)
        line = row(self._says, self.add)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(card, 1)

    def show_all(self) -> None:
        every = kpis.kpis(self._doc)
        for gone in set(self.rows) - {each.id for each in every}:
            old = self.rows.pop(gone)
            old.hide()
            old.deleteLater()
        for place, each in enumerate(every):
            if each.id not in self.rows:
                self.rows[each.id] = self._made(each.id)
            line = self.rows[each.id]
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
            line.show_kpi(each)
        self._says.setText(_sum(every))

    def _made(self, kpi: int) -> KpiRow:
        made = KpiRow(self._place, kpi)
        made.enters.connect(self._go_on)
        made.removes.connect(self._remove)
        return made

    def take_focus(self) -> None:
        """To the first without an answer, else to the first."""
        every = kpis.kpis(self._doc)
        lacking = [each for each in every if not kpis.is_answered(each)] or every
        if lacking:
            self.rows[lacking[0].id].fields["name"].setFocus()
        else:
            self.add.setFocus()

    def hand_on(self) -> None:
        for line in self.rows.values():
            line.hand_on()

    def _add(self) -> None:
        """A new line; where one holds nothing yet, that one."""
        self.hand_on()
        blank = next((each.id for each in kpis.kpis(self._doc) if not each.name.strip()), None)
        new = blank if blank is not None else kpis.add_kpi(self._doc, source=self)
        self.show_all()
        self.rows[new].show()
        self.rows[new].fields["name"].setFocus()

    def _go_on(self, kpi: int) -> None:
        ids = [each.id for each in kpis.kpis(self._doc)]
        at = ids.index(kpi) + 1
        if at < len(ids):
            self.rows[ids[at]].fields["name"].setFocus()
        else:
            self._place.commands.attempt(self._add)

    def _remove(self, kpi: int) -> None:
        self.rows[kpi].hand_on()
        self._place.commands.attempt(lambda: kpis.remove_kpi(self._doc, kpi, source=self))
        self._place.messages.say(tr("The measure is deleted."), tr("Undo"), self._doc.undo)


def _sum(every: list[Kpi]) -> str:
    written = [each for each in every if each.name.strip()]
    if not written:
        return tr("What is measured today? Each is kept, changed or stopped.")
    answered = sum(map(kpis.is_answered, written))
    return trn(
        "{answered} of {n} measure has its answer", "{answered} of {n} measures have their answer",
        len(written), answered=answered,
    )  # fmt: skip
