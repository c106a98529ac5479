"""The pre-mortem as a step to add: covered, in the room's language, one action, its board only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.agenda.step_parts import minutes_of
from mission_desk.core.board import boards, covering
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.premortem import BOARD, add_premortem
from mission_desk.core.whole.starting import start_workshop


@pytest.mark.parametrize(("language", "asked"), [("en", "Next year"), ("de", "Nächstes Jahr")])
def test_it_stands_below_the_step_with_a_covered_board(tmp_path: Path, language: str, asked: str) -> None:
    doc = start_workshop(tmp_path / "day.mission", method("find-our-mission"), language)
    before, count = agenda.steps(doc), len(boards.boards(doc))
    step = add_premortem(doc, before[9].id)
    after = agenda.steps(doc)
    assert [each.id for each in after] == [*(each.id for each in before[:10]), step, before[10].id]
    assert [each.rank for each in after] == list(range(12))
    made = after[10]
    assert made.prompt.startswith(asked)
    assert (made.page, made.board, made.capture) == ("board", BOARD, "blind")
    assert minutes_of(made.parts) == made.minutes
    agenda.open_step(doc, step)
    board = desk_position.board(doc)
    assert board is not None
    assert board.key == BOARD
    notes = boards.add_notes(doc, board.id, ["Nobody owned it"], "analyst")
    assert covering.covered_on(doc, board.id) == notes
    doc.undo()
    doc.undo()
    assert (agenda.steps(doc), len(boards.boards(doc))) == (before, count)
    doc.redo()
    add_premortem(doc, before[0].id)
    assert len(boards.boards(doc)) == count + 1
    doc.close()
