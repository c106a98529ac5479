"""Which guidelines are shown, and in which groups: a chip for each of our three priorities with how many
serve it, and lists of roles, owners and states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mission_desk.core.file.closed_sets import RoadmapOrder
from mission_desk.core.plan import priorities, roadmap, roles
from mission_desk.ui.look import icons
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.plan.roadmap.narrowing import Narrowing
from mission_desk.ui.plan.state_words import state_words
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

LONGEST = 24  # characters of a priority in its chip
Entries = Sequence[tuple[object, str, bool]]  # key, words, whether it is on


class MenuButton(QPushButton):
    """`picked(key)`; its list is made when it opens."""

    picked = Signal(object)

    def __init__(self, place: Workplace, entries: Callable[[], Entries]) -> None:
        super().__init__()
        self.setProperty("look", "pick")
        self.setIcon(icons.icon("chevron-down", place.tokens.ink2))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place, self._entries = place, entries
        self.clicked.connect(self.open_list)

    def open_list(self) -> QMenu:
        menu = self._place.windows.own(QMenu(self))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words, is_on in self._entries():
            action = menu.addAction(words.replace("&", "&&"), partial(self.picked.emit, key))
            action.setCheckable(True)
            action.setChecked(is_on)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu


class FilterBar(QWidget):
    """`narrowed(narrowing)` and `grouped(by)`."""

    narrowed = Signal(object)
    grouped = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._doc = place.doc
        self._now, self._group = Narrowing(), "order"
        flow = FlowLayout(self, 8)
        self.chips = [button("", partial(self._turn_priority, n), "pick") for n in range(priorities.COUNT)]
        self.role = MenuButton(place, self._roles)
        self.owner = MenuButton(place, self._owners)
        self.state = MenuButton(place, self._states)
        self.group = MenuButton(place, self._groups)
        self.all = button(tr("Show all"), lambda: self.narrowed.emit(Narrowing()), "small-quiet")
        for chip in self.chips:
            chip.setCheckable(True)
        for each in (*self.chips, self.role, self.owner, self.state, self.group, self.all):
            flow.addWidget(each)
        self.role.picked.connect(lambda key: self._turn("roles", key))
        self.owner.picked.connect(lambda key: self._turn("owners", key))
        self.state.picked.connect(lambda key: self._turn("states", key))
        self.group.picked.connect(lambda key: self.grouped.emit(str(key)))

    def show_values(self, now: Narrowing, group: RoadmapOrder) -> None:
        self._now, self._group = now, group
        written = roadmap.written_guidelines(self._doc)
        for n, row in enumerate(priorities.priorities(self._doc, "team")):
            chip, words = self.chips[n], row.text.strip()
            shown = (
                f"{words[: LONGEST - 1]}…" if len(words) > LONGEST else words or tr("priority {n}", n=n + 1)
            )
            count = sum(each.priority == row.id for each in written)
            chip.setText(f"{n + 1}  {shown}  {count}".replace("&", "&&"))
            chip.setChecked(row.id in now.priorities)
        self.role.setText(_counted(tr("Role"), len(now.roles)))
        self.owner.setText(_counted(tr("Owner"), len(now.owners)))
        self.state.setText(_counted(tr("State"), len(now.states)))
        self.group.setText(_group_words()[group])
        self.all.setVisible(now.is_on())
        self.updateGeometry()

    def _turn_priority(self, n: int) -> None:
        self._turn("priorities", priorities.priorities(self._doc, "team")[n].id)

    def _turn(self, name: str, key: object) -> None:
        """On where it was off, and off where it was on."""
        changed = getattr(self._now, name) ^ frozenset({key})
        self.narrowed.emit(replace(self._now, **{name: changed}))

    def _roles(self) -> Entries:
        names = [row.role for row in roadmap.guidelines(self._doc)]
        return _entries(names, self._now.roles, "—")

    def _owners(self) -> Entries:
        names = [row.owner for row in roadmap.guidelines(self._doc)]
        return _entries(names, self._now.owners, tr("nobody yet"))

    def _states(self) -> Entries:
        return [(key, words, key in self._now.states) for key, words in state_words().items()]

    def _groups(self) -> Entries:
        return [(key, words, key == self._group) for key, words in _group_words().items()]


def _entries(names: list[str], on: frozenset[str], nothing: str) -> Entries:
    """Each name once, as it was written first; what has none comes last."""
    first = {roles.same_role(name): name.strip() for name in reversed(names)}
    keys = sorted(first, key=lambda key: (not key, key))
    return [(key, first[key] or nothing, key in on) for key in keys]


def _counted(words: str, count: int) -> str:
    return f"{words} {count}" if count else words


def _group_words() -> dict[RoadmapOrder, str]:
    return {
        "order": tr("In order"), "role": tr("By role"), "priority": tr("By priority"),
        "owner": tr("By owner"), "state": tr("By state"),
    }  # fmt: skip
