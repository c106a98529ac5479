"""The cards of the scene page that are plain texts: whose workshop it is, and what the company wants."""

from __future__ import annotations

from functools import partial

from mission_desk.core.agenda.room_language import name_team
from mission_desk.core.plan import priorities
from mission_desk.core.room import scene
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labelled import labelled
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MARGINS = (5 * UNIT, 4 * UNIT, 5 * UNIT, 5 * UNIT)


class SceneCard(Card):
    """A card of this page: its title, and `show_rows` to read its fields anew."""

    def __init__(self, place: Workplace, title: str, sentence: str = "") -> None:
        super().__init__("card", MARGINS, 3 * UNIT)
        self.place, self.doc = place, place.doc
        self.column.addWidget(label(title, "name"))
        if sentence:
            words = label(sentence, "tiny", wrap=True)
            self.column.addWidget(words)

    def show_rows(self) -> None:
        """Show what the document says now."""


class WorkshopCard(SceneCard):
    """A card whose fields are columns of the workshop: name of the column, what it is called, the field."""

    def __init__(
        self,
        place: Workplace,
        title: str,
        parts: dict[str, tuple[str, LineField | AreaField]],
        sentence: str = "",
    ) -> None:
        super().__init__(place, title, sentence)
        self.fields = {name: field for name, (_, field) in parts.items()}
        for name, (words, field) in parts.items():
            field.write_to(place.unwritten, f"workshop.{name}", partial(self._write, name))
            self.column.addWidget(labelled(words, field))

    def show_rows(self) -> None:
        now = scene.workshop(self.doc)
        for name, field in self.fields.items():
            field.show_text(getattr(now, name))

    def _write(self, name: str, text: str) -> None:
        if name == "team":
            name_team(self.doc, text, source=self)
        else:
            scene.edit_workshop(self.doc, source=self, **{name: text})


def whose_card(place: Workplace) -> WorkshopCard:
    parts: dict[str, tuple[str, LineField | AreaField]] = {
        "title": (tr("Title"), LineField(tr("e.g. Northwind Support — Find our mission"))),
        "team": (tr("Team"), LineField(tr("e.g. Northwind Customer Service"))),
        "company": (tr("Company"), LineField(tr("e.g. Northwind"))),
    }
    return WorkshopCard(place, tr("This workshop"), parts)


def company_card(place: Workplace) -> WorkshopCard:
    """Mission is why, vision is where to: people mix them up, so each field says which it is."""
    mission = AreaField(tr("Why does the company exist? As it is written, word for word"), "serif")
    vision = AreaField(tr("Where does it want to be in ten years?"), "serif")
    parts: dict[str, tuple[str, LineField | AreaField]] = {
        "mission": (tr("Company mission"), mission),
        "vision": (tr("Company vision"), vision),
    }
    sentence = tr("It stays in sight while the team writes its own.")
    return WorkshopCard(place, tr("What the company says"), parts, sentence)


class CompanyThreeCard(SceneCard):
    def __init__(self, place: Workplace) -> None:
        sentence = tr("From the sponsor, before the day. The team's three are tied to them later.")
        super().__init__(place, tr("The company's top three priorities"), sentence)
        hints = (
            tr("e.g. keep customers ten years, not two"),
            tr("e.g. win the small shops in the south"),
            tr("e.g. launch the tablet till on time"),
        )
        self.fields = [LineField(hint) for hint in hints]
        for number, field in enumerate(self.fields):
            field.setAccessibleName(tr("Company priority {n}", n=number + 1))
            figure = label(str(number + 1), "name")
            figure.setFixedWidth(3 * UNIT)
            line = row(figure, field, spacing=2 * UNIT)
            self.column.addLayout(line)

    def show_rows(self) -> None:
        for field, priority in zip(self.fields, priorities.priorities(self.doc, "company"), strict=False):
            write = partial(priorities.write_priority, self.doc, priority.id, source=self)
            field.write_to(self.place.unwritten, f"priority.{priority.id}", write)
            field.show_text(priority.text)
