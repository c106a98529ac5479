"""What the commands do with the current step: the one that the editor shows, else the one whose row has the
focus, else the open one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mission_desk.core.agenda import agenda, day_times, outline, real_times
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Step
from mission_desk.core.room import scene
from mission_desk.core.whole.premortem import add_premortem
from mission_desk.ui.workplace import Workplace
from mission_desk.words import screen_language, tr
from mission_desk.written import time_of_day


class Outlining:
    """`in_hand()` gives the id of the current step, `show(step)` brings a step into the editor."""

    def __init__(self, place: Workplace, in_hand: Callable[[], int], show: Callable[[int], None]) -> None:
        self._place, self._doc = place, place.doc
        self._in_hand, self._show = in_hand, show
        on, may = place.commands.on, self._may
        on("step.add", self._add, may)
        on("step.premortem", self._add_premortem, may)
        on("step.remove", self._remove, may)
        on("step.up", partial(self._move, -1), may)
        on("step.down", partial(self._move, 1), may)
        on("day.start", self._start, partial(self._may_while, running=False))
        on("day.end", self._end, partial(self._may_while, running=True))
        for key, read in (("times.real", self._real), ("times.last_year", self._last)):
            on(key, partial(self._plan, read), partial(self._may_plan, read))
        on("method.save", self._ask_method)

    def _may(self) -> bool:
        return self._doc.writable

    def _may_while(self, *, running: bool) -> bool:
        return self._may() and day_times.is_running(self._doc) == running

    def _may_plan(self, read: Callable[[], dict[str, int]]) -> bool:
        return self._may() and bool(read())

    def _ask_method(self) -> None:
        sentence = tr("Steps and boards, without notes, to start other workshops with. How is it called?")
        title = scene.workshop(self._doc).title
        self._place.messages.ask_text(
            tr("Save as a method"), sentence, title, tr("Save the method"), self._save_method
        )

    def _save_method(self, title: str) -> None:
        """Save the method. A refusal is said here, because the question is answered outside of any
        command."""
        from mission_desk.core.whole import saving_methods

        try:
            made = saving_methods.save_method(self._doc, title)
        except KnownError as error:
            self._place.messages.complain(error)
            return
        sentence = tr("“{title}” stands on the welcome page now.", title=made.title[screen_language()])
        self._place.messages.say(sentence)

    def _add(self) -> None:
        self._show(outline.add_step(self._doc, self._in_hand(), title=tr("New step"), source=self))

    def _add_premortem(self) -> None:
        self._show(add_premortem(self._doc, self._in_hand(), source=self))

    def _remove(self) -> None:
        step = self._doc.row(Step, self._in_hand())
        outline.remove_step(self._doc, step.id, source=self)
        sentence = tr("“{title}” is taken out of the agenda.", title=step.title)
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)

    def _move(self, by: int) -> None:
        step = self._doc.row(Step, self._in_hand())
        outline.move_step(self._doc, step.id, step.rank + by, source=self)

    def _start(self) -> None:
        """Start the day: the times of a rehearsal are dropped, and Undo brings them back after a mistake."""
        before = agenda.begin_day(self._doc, source=self)
        if any(value is not None for key, value in before.items() if key.startswith("spent.")):
            sentence = tr("The day starts now. Times from before are cleared.")
            self._place.messages.say(sentence, tr("Bring them back"), partial(self._doc.keep_all, before))

    def _end(self) -> None:
        agenda.end_day(self._doc, source=self)
        took = [minutes for step in agenda.steps(self._doc) if (minutes := day_times.took(self._doc, step))]
        sentence = tr("The day is over. It took {n} minutes; the rail says what each step did.", n=sum(took))
        self._place.messages.say(sentence)

    def _real(self) -> dict[str, int]:
        """The steps of this day whose real length differs from the planned one."""
        took = dict(real_times.real_minutes(self._doc))
        return {
            step.key: took[step.key]
            for step in agenda.steps(self._doc)
            if took.get(step.key, step.minutes) != step.minutes
        }

    def _last(self) -> dict[str, int]:
        return real_times.last_minutes(self._doc)

    def _plan(self, read: Callable[[], dict[str, int]]) -> None:
        outline.take_minutes(self._doc, read(), name="times.real", source=self)
        end = time_of_day(agenda.planned_end(self._doc))
        self._place.messages.say(tr("The day ends at {time}.", time=end), tr("Undo"), self._doc.undo)
