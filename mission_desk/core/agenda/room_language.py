"""The language of the workshop, which is that of the room: of stage and posters, not of the facilitator's
screen; and the team's name, which the usual title carries in that language."""

from __future__ import annotations

from collections.abc import Iterator

from mission_desk.core.agenda.methods import Method, Words, methods, usual_title
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Region, Step, Workshop
from mission_desk.core.room.scene import edit_workshop, workshop

Columns = tuple[tuple[str, Words], ...]  # a column's name, and its words in each language


def change_language(doc: Document, language: str, *, source: object = None) -> None:
    """Change the language of stage and posters. Title, agenda and boards change where they
    still have the method's words; what the facilitator wrote stays as it is. One action."""
    now = workshop(doc)
    used = next((each for each in methods() if each.key == now.method), None)
    with doc.action("workshop.language", source=source) as write:
        write.update(Workshop, 1, language=language)
        if used is None:
            return
        if now.title == usual_title(used, now.language, now.team):
            write.update(Workshop, 1, title=usual_title(used, language, now.team))
        for row, words in _spoken(doc, used):
            texts = {
                column: text[language] for column, text in words if getattr(row, column) == text[now.language]
            }
            if texts:
                write.update(type(row), row.id, **texts)


def name_team(doc: Document, team: str, *, source: object = None) -> None:
    """Give the team another name. The title follows while it is the usual one; what the facilitator wrote
    stays as it is."""
    now = workshop(doc)
    used = next((each for each in methods() if each.key == now.method), None)
    if used is not None and now.title == usual_title(used, now.language, now.team):
        edit_workshop(doc, source=source, team=team, title=usual_title(used, now.language, team))
    else:
        edit_workshop(doc, source=source, team=team)


def _spoken(doc: Document, used: Method) -> Iterator[tuple[Step | Board | Region, Columns]]:
    """Every row that the method wrote, with (column, words in each language)."""
    steps = {step.key: step for step in used.steps}
    for step in doc.rows(Step):
        if step.key in steps:
            made = steps[step.key]
            parts = (("parts", made.parts),) if made.parts else ()
            yield step, (("title", made.title), ("prompt", made.prompt), ("note", made.note), *parts)
    boards = {board.key: board for board in used.boards}
    for board in doc.rows(Board):
        if board.key in boards:
            yield board, (("title", boards[board.key].title), ("prompt", boards[board.key].prompt))
    regions = {(board.key, region.key): region for board in used.boards for region in board.regions}
    keys = {board.id: board.key for board in doc.rows(Board)}
    for region in doc.rows(Region):
        place = regions.get((keys[region.board], region.key))
        if place is not None:
            yield region, (("title", place.title), ("hint", place.hint))
