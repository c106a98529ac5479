"""A pre-mortem as a step of its own: the room imagines that the sentence lies in the drawer a year from now,
and says why, unseen. Who looks back on a failure names more reasons for it than who looks ahead."""

from __future__ import annotations

from mission_desk.core.agenda import outline
from mission_desk.core.agenda.methods import shipped_boards
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.plan.warning_signs import BOARD
from mission_desk.core.room import scene
from mission_desk.core.whole.starting import write_board
from mission_desk.words import tr


def add_premortem(doc: Document, after: int, *, source: object = None) -> int:
    """The step below `after`, with its board where the workshop has none of it yet; the id of the step. One
    action."""
    language = scene.workshop(doc).language
    every = boards.boards(doc)
    board = shipped_boards()[BOARD]
    with doc.action("step.premortem", source=source) as write:
        if all(each.key != BOARD for each in every):
            write_board(write, len(every), board, language)
        return outline.put_step(
            doc, write, after, title=board.title[language], prompt=board.prompt[language],
            note=_note(language), parts=tr("5 silence · 5 aloud · 5 warning signs", language), minutes=15,
            page="board", board=BOARD, capture="blind",
        )  # fmt: skip


def _note(language: str) -> str:
    return tr(
        "Imagine it is next year and nobody remembers. Everybody writes unseen why; turn the notes over "
        "together. Then ask of each guideline: which of these would stop it, and how would we notice in "
        "time?",
        language,
    )
