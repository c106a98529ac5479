"""kill -9 in an open secret poll: every acknowledged ballot is there, apart from who cast it, and the poll
goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from mission_desk.core.file.document import Document
from mission_desk.core.room import people
from mission_desk.core.vote import poll_closing, poll_opening, polls, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.vote.poll_options import free_options
from mission_desk.core.whole import checkup
from mission_desk.tally.election import Ballot

ROOT = Path(__file__).parents[2]
VOTING = """
import sys
from mission_desk.core.room import people
from mission_desk.core.vote import polls, secret_ballots
from mission_desk.core.file.document import Document
from mission_desk.tally.election import Ballot

doc = Document.open(sys.argv[1])
poll = polls.newest(doc).id
for n, seat in enumerate(people.seats(doc)):
    if seat.id not in polls.seats_done(doc, poll):
        secret_ballots.cast_secret(doc, poll, seat.id, Ballot((n % 6, 5)))
        print(secret_ballots.ballots_in(doc, poll), flush=True)
print("all", flush=True)
sys.stdin.read()
"""


def killed_after(path: Path, ballots: int) -> int:
    """Let a child take ballots, kill it after so many more, and return how many it acknowledged."""
    command = [sys.executable, "-c", VOTING, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline().strip() for _ in range(ballots)]
        child.kill()
        heard += child.stdout.read().split()
    return max(int(each) for each in heard if each.isdigit())


def test_an_open_secret_poll_survives_kills(tmp_path: Path) -> None:
    path, chance = tmp_path / "day.mission", random.Random(3)
    with_poll(path)
    for _ in range(6):
        acknowledged = killed_after(path, chance.randint(1, 9))
        assert checkup.check(path).problems == ()
        doc = Document.open(path)
        poll = polls.newest(doc)
        assert poll is not None
        stored = secret_ballots.ballots_in(doc, poll.id)
        assert acknowledged <= stored <= acknowledged + 1
        assert len(polls.seats_done(doc, poll.id)) == stored
        doc.close()
    doc = Document.open(path)
    poll = polls.newest(doc)
    assert poll is not None
    poll_closing.close_poll(doc, poll.id)
    assert outcome(doc, poll.id).ballots == stored
    doc.close()


def with_poll(path: Path) -> None:
    doc = Document.create(path)
    people.set_style_counts(doc, {"ideator": 200})
    options = free_options("one\ntwo")
    poll = poll_opening.open_poll(doc, "Which?", options, rule="score", secret=True)
    secret_ballots.cast_secret(doc, poll, people.seats(doc)[-1].id, Ballot((1, 2)))
    doc.close()
