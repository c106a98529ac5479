"""What is still missing, each gap in a sentence with its fix and its honest way out; and "Not this year"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.plan import gaps, links, priorities
from mission_desk.core.plan.gaps import Gap
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import hair, label, set_look
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.plan.priorities import gap_words
from mission_desk.ui.plan.priorities.measure_lines import write_words
from mission_desk.ui.plan.priorities.writing import Writing
from mission_desk.words import tr


class GapLine(QWidget):
    """`fixed(gap)` and `left(gap)` when one of the two answers was pressed; a way out that wants a reason
    opens its field here."""

    fixed = Signal(object)
    left = Signal(object)

    def __init__(self, writing: Writing, gap: Gap) -> None:
        super().__init__()
        set_look(self, "clear")
        self.gap, self._writing = gap, writing
        way = gaps.way_out(gap.kind)
        self.fix = button(gap_words.fix_words(gaps.fix(gap.kind)), partial(self.fixed.emit, gap), "small")
        self.way = button(gap_words.way_out_words(way), self._leave, "small-quiet")
        says = label(gap_words.sentence(writing.place.doc, gap), "", wrap=True)
        sign = label("△", "warn")
        verbs = QWidget()
        set_look(verbs, "clear")
        flow = FlowLayout(verbs, spacing=UNIT)
        flow.addWidget(self.fix)
        flow.addWidget(self.way)
        line = row(sign, says, verbs, spacing=2 * UNIT)
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        layout = column(self, (0, UNIT, 0, UNIT), UNIT)
        layout.addLayout(line)
        self.because: SensedField | None = None
        if way in ("not our job, because", "stands alone, because"):
            self.because = writing.field(gap_words.way_out_words(way), tr("because …"), "plan-box")
            self.because.keep_in(writing.place.unwritten, f"priority.{gap.priority}.way-out")
            self.because.setVisible(bool(self.because.words()))
            self.because.ended.connect(self._keep)
            layout.addWidget(self.because)

    def _leave(self) -> None:
        if self.because is None:
            self.left.emit(self.gap)
        else:
            self.because.show()
            self.because.setFocus()

    def _keep(self) -> None:
        """The reason is stored when it is whole: the gap must not vanish with its first letter."""
        if self.because is not None and (words := self.because.words().strip()):
            keep = partial(write_words, self._writing, self.gap.priority, "unlinked_because", words)
            self._writing.place.commands.attempt(keep)
            self.because.empty()


class GapPanel(Card):
    """`fixed(gap)`: lead there. All other answers are given here."""

    fixed = Signal(object)

    def __init__(self, writing: Writing) -> None:
        super().__init__("card", (4 * UNIT, UNIT, 4 * UNIT, UNIT), 0)
        self._writing, self._doc = writing, writing.place.doc
        self._shown: list[Gap] = []
        self.lines: list[GapLine] = []

    def show_gaps(self, present: list[Gap]) -> None:
        self.setVisible(bool(present))
        if present == self._shown:
            return
        self._shown = present
        clear(self.column)
        self.lines = [self._line(gap) for gap in present]
        for number, line in enumerate(self.lines):
            if number:
                self.column.addWidget(hair())
            self.column.addWidget(line)

    def _line(self, gap: Gap) -> GapLine:
        line = GapLine(self._writing, gap)
        line.fixed.connect(self.fixed)
        line.left.connect(self._leave)
        return line

    def _leave(self, gap: Gap) -> None:
        self._writing.place.commands.attempt(partial(self._answer, gap))

    def _answer(self, gap: Gap) -> None:
        if gap.kind == "wants in":
            priorities.park(self._doc, gap.priority, source=self)
        elif gap.link is not None:
            links.unlink(self._doc, gap.link, source=self)


class NotThisYear(Card):
    """What waits: swapped in, asked about again, or taken away."""

    def __init__(self, writing: Writing) -> None:
        super().__init__("card", (4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT), UNIT)
        self._place, self._doc = writing.place, writing.place.doc
        self._shown: list[Priority] = []

    def show_rows(self) -> None:
        rows = priorities.not_this_year(self._doc)
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        self._shown = rows
        clear(self.column)
        self.column.addWidget(label(tr("Not this year"), "section"))
        for each in rows:
            self.column.addLayout(self._line(each))

    def _line(self, waiting: Priority) -> QHBoxLayout:
        words = label(waiting.text.strip(), "", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        verbs = [button(tr("Swap with our third"), partial(self._do, self._swap, waiting), "small-quiet")]
        if waiting.place == "parked":
            ask = partial(self._do, self._ask_again, waiting)
            verbs.append(button(tr("Ask about it again"), ask, "small-quiet"))
        away = partial(self._do, self._take_away, waiting)
        verbs.append(button(tr("Take it away"), away, "small-quiet"))
        line = row(words, *verbs, spacing=UNIT)
        line.setStretch(0, 1)
        return line

    def _do(self, act: Callable[[Priority], object], waiting: Priority) -> None:
        self._place.commands.attempt(partial(act, waiting))

    def _swap(self, waiting: Priority) -> None:
        priorities.swap_in(
            self._doc, waiting.id, priorities.priorities(self._doc, "team")[-1].id, source=self
        )

    def _ask_again(self, waiting: Priority) -> None:
        priorities.want_in(self._doc, waiting.id, source=self)

    def _take_away(self, waiting: Priority) -> None:
        priorities.forget(self._doc, waiting.id, source=self)
