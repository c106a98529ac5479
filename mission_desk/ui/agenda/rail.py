"""The rail at the left: all steps with their times, the open one marked, any of them a click away; the same
steps to be edited in place; below, how late it is and the note for the facilitator."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from mission_desk.core.agenda import agenda, day_times, outline, real_times
from mission_desk.core.file.document import Changes
from mission_desk.core.file.rows import Step
from mission_desk.core.room import scene
from mission_desk.ui.agenda.below_steps import BelowSteps, NoteCard
from mission_desk.ui.agenda.late_card import LateCard
from mission_desk.ui.agenda.outlining import Outlining
from mission_desk.ui.agenda.rail_head import RailHead
from mission_desk.ui.agenda.step_list import StepList
from mission_desk.ui.agenda.step_row import Shown, StepState
from mission_desk.ui.look import theme
from mission_desk.ui.parts.buttons import leave_focus
from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import time_of_day

if TYPE_CHECKING:
    from mission_desk.ui.agenda.step_editor import StepEditor

MENU = {
    "step.edit": "F2", "step.add": "Ins", "step.premortem": "", "step.up": "Alt+Up", "step.down": "Alt+Down",
    "step.remove": "Del", "method.save": "",
}  # fmt: skip
"""What can be done with a step, and the key that does it while its row has the focus."""
WHOLE = 3  # rows in sight, however low the screen is: the open step and the two next


class Rail(QFrame):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "rail")
        self.setFixedWidth(theme.RAIL_WIDTH)
        self._place, self._doc = place, place.doc
        self.editor: StepEditor | None = None
        self.head = RailHead(place)
        self.steps = StepList(place.tokens)
        self._scroll = scrolled(self.steps)
        self.late = LateCard(place)
        self.note = NoteCard()
        self.below = BelowSteps(self.late, self.note)
        self._low = False
        self._wanted = 0  # the place of the row to be in sight
        self._to_open_step = QTimer(self, singleShot=True, interval=0)  # once the rows have their places
        self._to_open_step.timeout.connect(self._reveal)
        self._lay_out()
        self._outlining = Outlining(place, self.in_hand, self.edit)
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        layout = self._column = column(self, (8, 8, 8, 12), 8)
        layout.addWidget(self.head)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.below)
        leave_focus(self)

    def set_low(self, low: bool) -> None:
        """A low screen has room for the steps and for little else."""
        if low != self._low:
            self._low = low
            margins, spacing = ((8, 4, 8, 4), 4) if low else ((8, 8, 8, 12), 8)
            self._column.setContentsMargins(*margins)
            self._column.setSpacing(spacing)
            self.head.set_low(low)
            self.late.set_low(low)
            self._show()

    def _connect(self) -> None:
        on = self._place.commands.on
        on("step.next", partial(self._go, 1), partial(self._is_one, 1))
        on("step.back", partial(self._go, -1), partial(self._is_one, -1))
        on("step.edit", self._toggle_editor, lambda: self._doc.writable)
        self.steps.asks.connect(self._asked)
        self.steps.moves.connect(
            lambda place, to: outline.move_step(self._doc, self._step_at(place).id, to, source=self)
        )
        self.steps.reached.connect(lambda y: self._scroll.ensureVisible(0, y, 0, theme.TOP_HEIGHT))
        self.steps.menu.connect(self._show_menu)
        for part in (self.steps, self._scroll.viewport()):
            part.installEventFilter(self)

    def follow(self, changes: Changes) -> None:
        if changes.touches("step", "workshop", "board") or changes.name.startswith("session."):
            self._show()

    # opening steps

    def _go(self, by: int) -> None:
        self._turn_to(agenda.neighbour(self._doc, by).id)

    def _is_one(self, by: int) -> bool:
        """Whether there is a step so many places further."""
        return agenda.neighbour(self._doc, by).id != agenda.current_step(self._doc).id

    def _turn_to(self, step: int) -> None:
        starts = self._place.preferences.on("clock.starts")
        agenda.open_step(self._doc, step, starts=starts)

    def _asked(self, place: int, what: str) -> None:
        step = self._step_at(place).id
        if what == "press" and self.editor is None:
            self._turn_to(step)
        elif what in ("press", "edit") and self._doc.writable:
            self.edit(step)
        elif self._doc.writable:
            self._do_with(place, what)

    def _do_with(self, place: int, what: str) -> None:
        """Add, remove or move the step at this place; the focus stays on the step that was worked on."""
        if self.editor is not None:
            self._edit_quietly(self._step_at(place).id)
        self.steps.give_keys(place)
        self._place.commands.run(f"step.{what}")
        to = {"up": place - 1, "down": place + 1}.get(what, place)
        if what != "add":
            self.steps.give_keys(max(0, min(len(self.steps.rows) - 1, to)))

    def _step_at(self, place: int) -> Step:
        return agenda.steps(self._doc)[place]

    def in_hand(self) -> int:
        """The step that a command means."""
        if self.editor is not None:
            return self.editor.step
        focused = [place for place, each in enumerate(self.steps.rows) if each.hasFocus()]
        return self._step_at(focused[0]).id if focused else agenda.current_step(self._doc).id

    # the editor

    def edit(self, step: int) -> None:
        """Show the step in the editor beside the rail, ready to type its title."""
        self._edit_quietly(step)
        if self.editor is not None:
            self.editor.begin()

    def _edit_quietly(self, step: int) -> None:
        if self.editor is None:
            from mission_desk.ui.agenda.step_editor import StepEditor

            self.editor = StepEditor(self._place, self.window())
            self.editor.done.connect(self._close_editor)
            self._place_editor()
            self.editor.show()
            self.window().installEventFilter(self)
        self.editor.show_step(self._doc.row(Step, step))
        self._show()

    def _toggle_editor(self) -> None:
        if self.editor is None:
            self.edit(self.in_hand())
        else:
            self._close_editor()

    def _close_editor(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.hand_on()
        place = self._place_of(editor.step)
        editor.hide()
        editor.deleteLater()
        self._show()
        if place is not None:
            self.steps.give_keys(place)

    def _place_of(self, step: int) -> int | None:
        return next((n for n, each in enumerate(agenda.steps(self._doc)) if each.id == step), None)

    def _place_editor(self) -> None:
        """Beside the rail, over the page, as high as the rail and what stands below it."""
        if self.editor is not None:
            corner = self.mapTo(self.window(), QPoint(self.width(), 0))
            room = self.window().width() - corner.x()
            self.editor.setGeometry(corner.x(), corner.y(), min(self.editor.WIDTH, room), self._room_below())
            self.editor.raise_()

    def _room_below(self) -> int:
        around = self.parentWidget()
        return around.height() - self.y() if around else self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steps get another place also while the rail keeps its size: when the card that says how late it is
        comes, when a note has another length, when a title takes one line more."""
        if watched in (self.steps, self._scroll.viewport()):
            if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._to_open_step.start()
        elif event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place_editor)  # once the rail has its new height
        return False

    def _show_menu(self, place: int, at: QPoint) -> None:
        menu = self._place.windows.own(QMenu(self))
        self.steps.give_keys(place)
        if self.editor is not None:
            self._edit_quietly(self._step_at(place).id)
        for key, pressed in MENU.items():
            self._add_line(menu, self._place.commands.action(key), pressed)
        menu.popup(at)

    @staticmethod
    def _add_line(menu: QMenu, action: QAction, pressed: str) -> None:
        keys = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.NativeText)
        line = menu.addAction(f"{action.text()}\t{keys}" if keys else action.text())
        line.setEnabled(action.isEnabled())
        line.triggered.connect(action.trigger)

    # showing

    def _show(self) -> None:
        steps, now = agenda.steps(self._doc), agenda.current_step(self._doc)
        editing = self._edited(steps)
        self._wanted = next((n for n, step in enumerate(steps) if step.id == (editing or now.id)), 0)
        starts = agenda.planned_starts(self._doc)
        self.steps.show_steps([self._shown(step, now, starts, editing) for step in steps])
        if self.note.show_note(now.note):
            self.below.to_top()
        self.note.setVisible(bool(now.note) and self.editor is None)
        self._show_head(steps)
        self.late.show_late()
        self._to_open_step.start()

    def _show_head(self, steps: list[Step]) -> None:
        first = time_of_day(self._begins(steps[0]))
        end = time_of_day(agenda.planned_end(self._doc))
        hours = tr("Agenda · {start}–{end}", start=first, end=end)
        began = any(day_times.spent(self._doc, step) for step in steps)
        before = self._doc.writable and self.editor is None and not began
        last_year = before and bool(real_times.last_minutes(self._doc))
        self.head.show_day(hours, before=before, last_year=last_year)

    def _begins(self, first: Step) -> int:
        """Minutes after midnight at which the day begins as planned, or really began."""
        spent = day_times.spent(self._doc, first)
        return int(spent.begun // 60) if spent else scene.workshop(self._doc).starts

    def _edited(self, steps: list[Step]) -> int:
        """The step in the editor; one that is gone makes room for its neighbour."""
        if self.editor is None:
            return 0
        edited = next((step for step in steps if step.id == self.editor.step), agenda.current_step(self._doc))
        self.editor.show_step(edited)
        return edited.id

    def _shown(self, step: Step, now: Step, starts: dict[int, int], editing: int) -> Shown:
        """What a row shows: for a step that was held, when it really began and how long it took; for the
        others, what is planned."""
        spent, took = day_times.spent(self._doc, step), day_times.took(self._doc, step)
        done = agenda.is_done(self._doc, step)
        real = spent is not None and (took is not None or step.id == now.id)
        begins = time_of_day(int(spent.begun // 60) if real and spent else starts[step.id])
        minutes = took if done and took else step.minutes
        state: StepState = "now" if step.id == now.id else "done" if done else "later"
        return Shown(
            step.rank + 1, step.title or tr("New step"), begins, tr("{n} min", n=minutes), state,
            over=done and minutes > step.minutes, edited=step.id == editing,
            tip=tr("Planned: {n} min", n=step.minutes) if minutes != step.minutes else "",
        )  # fmt: skip

    def _reveal(self) -> None:
        """On a low screen the open step may lie below the edge; a row that has the keys comes first. The two
        next come with it: whoever leads the day looks ahead."""
        rows = self.steps.rows
        focused_row = next((n for n, each in enumerate(rows) if each.hasFocus()), self._wanted)
        whole = rows[focused_row : focused_row + WHOLE]
        self._scroll.setMinimumHeight(self._highest())
        for each in reversed(whole):
            self._scroll.ensureWidgetVisible(each, 0, 0)

    def _highest(self) -> int:
        """The height of the highest rows that may have to be in sight together: whichever step is open, the
        others keep their places."""
        heights = [each.height() for each in self.steps.rows]
        return max(sum(heights[n : n + WHOLE]) for n in range(len(heights)))

    def rest(self) -> None:
        """Stop following: the desk is about to close the file."""
        if self.editor is not None:
            self.editor.hand_on()
            self.editor = None
        self._to_open_step.stop()
        self.late.rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the editor too: it lies over the page and is only for the facilitator."""
        if not event.spontaneous():
            self._close_editor()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()
        self._to_open_step.start()
