"""What the rail says when the group is late, and the three ways out of it: each one action, none of them a
must."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from mission_desk.core.agenda import agenda, lateness
from mission_desk.core.agenda.lateness import Outlook
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn
from mission_desk.written import time_of_day

LOOKS = 5_000  # ms between two looks at the time


class LateCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__("card-warn", spacing=2)
        self._place, self._doc = place, place.doc
        self.words = label("", "warn", wrap=True)
        self._ends = label("", "tiny", wrap=True)
        place.commands.on(
            "day.late", self.offer, lambda: self.late_outlook() is not None and self._doc.writable
        )
        self.catch_up = action_button(place.commands.action("day.late"), "small")
        head = row(self.words, self.catch_up)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._ends)
        self._low = False
        self._tick = QTimer(self, interval=LOOKS)
        self._tick.timeout.connect(self.show_late)
        self._tick.start()
        self.show_late()

    def set_low(self, low: bool) -> None:
        """A low screen has no line for the end of the day: it is in the tooltip and in the menu."""
        self._low = low
        self.show_late()

    def late_outlook(self) -> Outlook | None:
        """The outlook of the day when it is at least a minute late, else None."""
        outlook = lateness.outlook(self._doc)
        return outlook if outlook is not None and outlook.late >= 1 else None

    def show_late(self) -> None:
        outlook, was = self.late_outlook(), not self.isHidden()
        self.setVisible(outlook is not None)
        if outlook is not None:
            self.words.setText(trn("{n} minute over", "{n} minutes over", outlook.late))
            end, agreed = time_of_day(outlook.expected), time_of_day(outlook.agreed)
            self._ends.setText(
                tr("At this pace the day ends at {time}, not at {agreed}.", time=end, agreed=agreed)
            )
            self._ends.setVisible(not self._low)
            set_tip(self.words, self._ends.text() if self._low else "")
            self._stand_whole()
        if was != (outlook is not None):
            self._place.commands.refresh()

    def _stand_whole(self) -> None:
        """Keep the card as high as its wrapped words: a crowded rail would press them together before it lets
        the steps scroll."""
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_whole()

    def rest(self) -> None:
        self._tick.stop()

    def offer(self) -> None:
        """Show the menu with the three ways out below the card."""
        menu = self.ways_out()
        if menu is not None:
            menu.popup(self.mapToGlobal(QPoint(self.width(), 0)))

    def ways_out(self) -> QMenu | None:
        outlook = self.late_outlook()
        if outlook is None:
            return None
        menu = self._place.windows.own(QMenu(self))
        given = sum(lateness.shares(self._doc).values())
        if given:
            words = trn("Take {n} minute from later steps", "Take {n} minutes from later steps", given)
            self._add(menu, words, partial(lateness.take_from_later, self._doc, source=self))
        later = lateness.later_steps(self._doc)
        if later:
            drop = menu.addMenu(tr("Drop a step"))
            for step in later:
                words = tr("{title} · {n} min", title=step.title, n=step.minutes).replace("&", "&&")
                self._add(drop, words, partial(lateness.drop_step, self._doc, step.id, source=self))
        end = tr("End at {time}", time=time_of_day(outlook.expected))
        self._add(menu, end, partial(lateness.end_later, self._doc, source=self))
        return menu

    def _add(self, menu: QMenu, words: str, way: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(partial(self._do, way))

    def _do(self, way: Callable[[], object]) -> None:
        """Do one of the three and say in a toast what was done, with Undo."""
        way()
        end = time_of_day(agenda.planned_end(self._doc))
        self._place.messages.say(tr("The day ends at {time}.", time=end), tr("Undo"), self._doc.undo)
