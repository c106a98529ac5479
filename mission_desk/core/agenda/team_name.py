"""The name of the team, which the usual title of its workshop carries."""

from __future__ import annotations

from mission_desk.core.agenda.methods import methods, usual_title
from mission_desk.core.file.document import Document
from mission_desk.core.room.scene import edit_workshop, workshop


def name_team(doc: Document, team: str, *, source: object = None) -> None:
    """Give the team another name. The title follows while it is the usual one; what the facilitator wrote
    stays as it is."""
    now = workshop(doc)
    used = next((each for each in methods() if each.key == now.method), None)
    if used is not None and now.title == usual_title(used, now.language, now.team):
        edit_workshop(doc, source=source, team=team, title=usual_title(used, now.language, team))
    else:
        edit_workshop(doc, source=source, team=team)
