"""The pre-mortem as a step to add: covered, in the room's language, one action, its board only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.agenda.step_parts import minutes_of
from mission_desk.core.board import boards, covering
from mission_desk.core.file.rows import Step
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.premortem import BOARD, add_premortem
from mission_desk.core.whole.starting import start_workshop


@pytest.mark.parametrize(("language", "asked"), [("en", "Next year"), ("de", "Nächstes Jahr")])
def test_it_stands_below_the_step_with_a_covered_board(tmp_path: Path, language: str, asked: str) -> None:
    doc = start_workshop(tmp_path / "day.mission", method("half-a-day"), language)
    before, count = agenda.steps(doc), len(boards.boards(doc))
    step = add_premortem(doc, before[1].id)
    after = agenda.steps(doc)
    assert [each.id for each in after] == [
        *(each.id for each in before[:2]),
        step,
        *(each.id for each in before[2:]),
    ]
    assert [each.rank for each in after] == list(range(len(before) + 1))
    made = after[2]
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


@pytest.mark.parametrize("language", ["en", "de"])
def test_find_our_mission_asks_it_before_the_road_map(tmp_path: Path, language: str) -> None:
    doc = start_workshop(tmp_path / "day.mission", method("find-our-mission"), language)
    every = agenda.steps(doc)
    keys = [step.key for step in every]
    at = keys.index("pre-mortem")
    assert (keys[at - 1], keys[at + 1]) == ("three-priorities", "road-map")
    step, count = every[at], len(boards.boards(doc))
    assert (step.page, step.board, step.capture) == ("board", BOARD, "blind")
    assert minutes_of(step.parts) == step.minutes
    assert sum(each.minutes for each in every) < 5 * 60
    added = doc.row(Step, add_premortem(doc, step.id))
    assert (added.prompt, len(boards.boards(doc))) == (step.prompt, count)
    doc.close()
