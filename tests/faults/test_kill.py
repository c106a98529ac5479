"""kill -9 in the middle of a burst of edits: the check is clean, every acknowledged action is there, and undo
walks back to the empty file and forward again. A few kills by default; a thousand with
`python3 run.py test -m soak tests/faults/test_kill.py`."""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import RECORDED
from mission_desk.core.whole import checkup

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
# One burst: edits of every size, and the number of actions after each commit on a line of its own.
BURST = """
import random, sys
from mission_desk.core.board import boards, clustering, moving
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Note

doc = Document.open(sys.argv[1])
chance = random.Random(int(sys.argv[2]))
if not doc.rows(Board):
    with doc.action("board.add") as write:
        write.insert(Board, rank=0, key="wall", title="Wall", prompt="", style="ideator")
board = doc.rows(Board)[0].id

def edit():
    notes = [note.id for note in doc.rows(Note)]
    some = chance.sample(notes, min(len(notes), chance.randint(1, 20)))
    kind = chance.randint(0, 7)
    if kind <= 1 or len(notes) < 5:
        text = "n" * chance.choice([5, 50, 1900])
        boards.add_notes(doc, board, [text] * chance.choice([1, 1, 30]), "heart")
    elif kind == 2:
        moving.move_notes(doc, some, chance.randint(-500, 500), chance.randint(-500, 500))
    elif kind == 3:
        clustering.group_notes(doc, some, "cluster")
    elif kind == 4:
        boards.remove_notes(doc, some[:3])
    elif kind == 5:
        boards.edit_note(doc, some[0], "m" * chance.randint(1, 1900))
    elif kind == 6:
        doc.undo()
    else:
        doc.redo()

while True:
    edit()
    print(doc.value("SELECT count(*) FROM action"), flush=True)
"""


def killed(path: Path, seed: int) -> int:
    """Let a child edit the file, kill it at some moment, and return the last count that it acknowledged."""
    chance = random.Random(seed)
    command = [sys.executable, "-c", BURST, str(path), str(seed)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        heard = [child.stdout.readline() for _ in range(chance.randint(1, 60))]
        child.kill()
        rest = child.stdout.read()  # communicate() would pass over what readline() has read ahead
        assert child.stderr.read() == ""
    lines = "".join([*heard, rest]).splitlines(keepends=True)
    return int([line for line in lines if line.endswith("\n")][-1])


def survives(path: Path, seed: int) -> None:
    acknowledged = killed(path, seed)
    judged = checkup.check(path)
    assert judged.problems == ()
    assert acknowledged <= judged.actions <= acknowledged + 1


def walks_back_and_forward(path: Path) -> None:
    doc = Document.open(path)
    while doc.redo():
        pass
    full = everything(doc)
    while doc.undo():
        pass
    assert everything(doc) == []
    while doc.redo():
        pass
    assert everything(doc) == full
    doc.close()
    assert checkup.check(path).is_sound


def everything(doc: Document) -> list[object]:
    return [row for kind in RECORDED for row in doc.rows(kind, "1 ORDER BY id")]


def kill_often(folder: Path, files: int, kills: int) -> None:
    """Each file is killed `kills` times in a row: what one kill left is what the next one works on."""

    def one_file(number: int) -> None:
        path = folder / f"burst {number}.mission"
        Document.create(path).close()
        for kill in range(kills):
            survives(path, seed=number * 1000 + kill)
        walks_back_and_forward(path)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one_file, range(files)))


def test_kills_lose_nothing(tmp_path: Path) -> None:
    kill_often(tmp_path, files=4, kills=5)


@pytest.mark.soak
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    kill_often(tmp_path, files=50, kills=20)
