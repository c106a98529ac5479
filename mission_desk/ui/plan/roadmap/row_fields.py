"""The fields of the open row, put together as its columns are: a measure with its ends, data with where they
come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.file.closed_sets import Direction
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.parts.sensed.sensing import Sensing
from mission_desk.ui.plan.state_words import state_words
from mission_desk.words import tr

AROUND = 8  # px above and below the lines of a name, frame included
ORDER = (
    "role", "text", "measure", "start", "goal", "unit", "data", "data_from", "data_since", "evaluation",
    "owner", "due", "because",
)  # fmt: skip
"""As Tab goes. `because` is there only for what was dropped."""
_NEXT: dict[Direction, Direction] = {"up": "down", "down": "hold", "hold": "up"}
_ARROWS: dict[Direction, str] = {"up": "↑", "down": "↓", "hold": "="}


class NameField(AreaField):
    """A name, broken where its column is narrow."""

    mark_style = "unwritten-below"

    def __init__(self, hint: str) -> None:
        super().__init__(hint, "road", lines=1, most=3)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit(self) -> None:
        lines = max(1, min(self._most, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + AROUND)


Field = LineField | ParsedField | SensedField | NameField


class RowFields:
    """`groups` are the widgets by the name of their column."""

    def __init__(self, tokens: Tokens, sensing: Sensing, near: Callable[[], date]) -> None:
        sensed = partial(SensedField, tokens, sensing)
        due = DayField(near, tr("e.g. 31 Jan"), other_words=True)
        self.fields: dict[str, Field] = {
            "role": NameField(tr("Role")),
            "text": sensed(tr("What we do differently"), tr("When …, we …"), "road-serif"),
            "measure": sensed(tr("Measure"), tr("Measure"), "road"),
            "start": LineField(tr("from"), "ends"),
            "goal": LineField(tr("to"), "ends"),
            "unit": LineField(tr("unit"), "ends"),
            "data": sensed(tr("Data to gather"), tr("Data to gather"), "road"),
            "data_from": LineField(tr("where from")),
            "data_since": LineField(tr("since")),
            "evaluation": sensed(tr("What a review looks at now"), tr("What a review looks at now"), "road"),
            "owner": NameField(tr("Owner")),
            "due": due,
            "because": LineField(tr("because …")),
        }
        self.state = Chooser(tokens, tr("State"))
        self.state.show_entries(list(state_words().items()))
        self.direction = button("", style="road-turn")
        self.day = label("", "tiny")
        self._name_fields()
        self.groups = self._grouped()

    def _name_fields(self) -> None:
        names = {
            "role": tr("Role"), "start": tr("from"), "goal": tr("to"), "unit": tr("unit"),
            "data_from": tr("where from"), "data_since": tr("since"), "owner": tr("Owner"), "due": tr("Due"),
            "because": tr("because …"),
        }  # fmt: skip
        for name, words in names.items():
            self.fields[name].setAccessibleName(words)
        for field in self.fields.values():
            field.setMinimumWidth(UNIT)

    def _grouped(self) -> dict[str, QWidget]:
        fields = self.fields
        ends = row(
            fields["start"], label("→", "quiet"), fields["goal"], fields["unit"], self.direction, spacing=UNIT
        )
        for place, share in ((0, 3), (2, 3), (3, 3)):
            ends.setStretch(place, share)
        sources = row(fields["data_from"], fields["data_since"], spacing=UNIT)
        groups = {
            "role": _stack(fields["role"]),
            "text": _stack(fields["text"]),
            "measure": _stack(fields["measure"]),
            "data": _stack(fields["data"]),
            "evaluation": _stack(fields["evaluation"]),
            "owner": _stack(fields["owner"]),
            "due": _stack(fields["due"], self.day),
            "state": _stack(self.state, fields["because"]),
        }
        for name, line in (("measure", ends), ("data", sources)):
            layout = groups[name].layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addLayout(line)
        return groups

    def show_values(self, row: Guideline) -> None:
        """What is no field of words."""
        self.state.show_choice(row.state)
        self.fields["because"].setVisible(row.state == "dropped")
        self.day.setText(dates.show_weekday(row.due))
        self.day.setVisible(bool(self.day.text()))
        self._direction = row.direction
        words = {
            "up": tr("The measure shall go up"),
            "down": tr("The measure shall go down"),
            "hold": tr("The measure shall stay as it is"),
        }[row.direction]
        self.direction.setText(_ARROWS[row.direction])
        self.direction.setAccessibleName(words)
        set_tip(self.direction, words)

    def next_direction(self) -> Direction:
        return _NEXT[self._direction]


def _stack(*fields: QWidget) -> QWidget:
    group = QWidget()
    layout = column(group, spacing=UNIT)
    for field in fields:
        layout.addWidget(field)
    return group


def settled_height(group: QWidget) -> int:
    """How high its fields are at the width that it has now."""
    layout = group.layout()
    if layout is None:
        return 0
    layout.activate()
    return layout.sizeHint().height()
