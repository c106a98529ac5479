"""A day of six hours in fast time: two sleeps, a system clock that is set, and a kill -9 in the middle. The
clocks of the steps and the plan must not come apart by a second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda, day_times, lateness, outline
from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Workshop
from mission_desk.core.whole.starting import start_workshop
from tests.core.day_times import Times

ROOT = Path(__file__).parents[3]
STEPS, MINUTES = 12, 30
KILLED_AT = 7  # in the middle of this step, from 0
# The first half of the day in a process of its own, which ends without a word.
FIRST_HALF = """
import sys
from pathlib import Path
from tests.core.day_times import Times
from tests.core.agenda.test_six_hours import first_half
times = Times()
first_half(Path(sys.argv[1]), times)
print(times.wall, times.count, flush=True)
import os, signal
os.kill(os.getpid(), signal.SIGKILL)
"""


def six_hours(path: Path) -> None:
    """A workshop of twelve steps of half an hour each."""
    doc = start_workshop(path, method("find-our-mission"), "en")
    while len(agenda.steps(doc)) < STEPS:
        outline.add_step(doc)
    for step in agenda.steps(doc):
        outline.edit_step(doc, step.id, minutes=MINUTES)
    with doc.action("workshop.edit") as write:
        write.update(Workshop, 1, starts=9 * 60)
    doc.close()


def first_half(path: Path, times: Times) -> None:
    """Until the middle of step KILLED_AT; leaves the file open, as a kill finds it."""
    doc = Document.open(path, times.now, times.steady)
    agenda.begin_day(doc)
    for step in agenda.steps(doc)[:KILLED_AT]:
        one_step(doc, times, step.rank)
        agenda.open_step(doc, agenda.neighbour(doc, 1).id)
    times.wait(MINUTES * 30)
    agenda.correct_stored_clocks(doc)


def one_step(doc: Document, times: Times, number: int) -> None:
    """Half an hour with its mishap, after which the step's clock must stand at nothing."""
    times.wait(600)
    agenda.correct_stored_clocks(doc)
    if number in (2, 9):
        times.wait(700)  # the lid is closed: nothing of ours runs, both times go on
    elif number == 4:
        times.set_wall(3600 + 17)  # summer time, or a server that knows better
        agenda.correct_stored_clocks(doc)
        times.wait(700)
    else:
        times.wait(700)
    agenda.correct_stored_clocks(doc)
    times.wait(500)
    step = agenda.current_step(doc)
    assert step.rank == number
    assert agenda.clock(doc, step).remaining(doc.steady()) == pytest.approx(0, abs=1e-3)


def killed(path: Path) -> Times:
    """The first half of the day, killed; the moment of the kill by both times."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_HALF, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    wall, count = map(float, done.stdout.split())
    return Times(wall, count)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a word of POSIX")
@pytest.mark.parametrize("machine_too", [False, True], ids=["program", "machine"])
def test_a_day_drifts_by_nothing(tmp_path: Path, machine_too: bool) -> None:
    """Killed with the program alone, or with the machine, which takes four minutes to come back."""
    path = tmp_path / "day.mission"
    six_hours(path)
    times = killed(path)
    times.wait(60)
    if machine_too:
        times.start_anew(240)
    else:
        times.wait(240)
    doc = Document.open(path, times.now, times.steady)
    agenda.correct_stored_clocks(doc)
    step = agenda.current_step(doc)
    assert step.rank == KILLED_AT
    assert agenda.clock(doc, step).remaining(doc.steady()) == pytest.approx(MINUTES * 30 - 300, abs=1e-3)
    times.wait(MINUTES * 30 - 300)
    for number in range(KILLED_AT + 1, STEPS):
        agenda.open_step(doc, agenda.neighbour(doc, 1).id)
        one_step(doc, times, number)
    assert day_times.time_of_day(doc) == pytest.approx(15 * 3600, abs=1e-3)
    assert lateness.outlook(doc) == lateness.Outlook(15 * 60, 15 * 60)
    assert [day_times.took(doc, step) for step in agenda.steps(doc)] == [MINUTES] * STEPS
    begun = [time_spent.begun for step in agenda.steps(doc) if (time_spent := day_times.spent(doc, step))]
    assert begun == pytest.approx([at * 60 for at in agenda.planned_starts(doc).values()][::-1], abs=1e-3)
    doc.close()


def test_by_the_walls_time_alone_a_day_comes_apart(tmp_path: Path) -> None:
    """The control: by the wall's time alone, as it used to be, the same day comes apart by that hour."""
    path = tmp_path / "day.mission"
    six_hours(path)
    times = Times()
    doc = Document.open(path, times.now)
    agenda.begin_day(doc)
    times.wait(600)
    times.set_wall(3600)
    assert agenda.clock(doc, agenda.current_step(doc)).remaining(doc.steady()) == -2400
    doc.close()
