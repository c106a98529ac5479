"""The usual title carries the team's name, in the language of the room; a title of one's own stays."""

from __future__ import annotations

from mission_desk.core.agenda.methods import method, usual_title
from mission_desk.core.agenda.room_language import change_language, name_team
from mission_desk.core.file.document import Document
from mission_desk.core.room import scene


def test_the_usual_title_follows_the_name_of_the_team_and_the_language(doc: Document) -> None:
    name_team(doc, "Northwind Service")
    assert scene.workshop(doc).title == "Northwind Service — Find our mission"
    change_language(doc, "de")
    assert scene.workshop(doc).title == "Northwind Service – Unsere Mission finden"
    name_team(doc, "")
    assert scene.workshop(doc).title == usual_title(method("find-our-mission"), "de")


def test_a_title_of_ones_own_stays_when_the_team_is_named(doc: Document) -> None:
    scene.edit_workshop(doc, title="Our day")
    name_team(doc, "Service")
    assert (scene.workshop(doc).title, scene.workshop(doc).team) == ("Our day", "Service")
