"""Plants small faults one at a time and names those that no test notices.

python3 run.py mutate                  every room, a sample each
python3 run.py mutate tally            one room
python3 run.py mutate core/vote --sample 50 --seed 7 --tests tests/core/vote tests/tally
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from tests.mutation.covering import ROOT, Covering, cover
from tests.mutation.faults import Fault, faults
from tests.mutation.rooms import ROOMS, Room
from tests.mutation.trial import Copy, Trial

SPARED = Path(__file__).with_name("spared.toml")


def main(arguments: list[str]) -> int:
    wish = parser().parse_args(arguments)
    covering = cover(wish.tests or ["tests"], fresh=wish.fresh, jobs=wish.jobs)
    rooms = [ROOMS[name] for name in wish.rooms or ROOMS]
    shares = [report(room, trials(room, wish, covering)) for room in rooms]
    return 0 if all(shares) else 1


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="run.py mutate", description=(__doc__ or "").splitlines()[0])
    known.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    known.add_argument("--sample", type=int, help="how many faults a room (200, in ui 60)")
    known.add_argument("--seed", type=int, default=1, help="another number, another sample")
    known.add_argument("--jobs", type=int, default=2, help="how many at once")
    known.add_argument("--tests", nargs="+", help="only these tests, all of them otherwise")
    known.add_argument("--fresh", action="store_true", help="look again which tests run which line")
    return known


def trials(room: Room, wish: argparse.Namespace, covering: Covering) -> list[Trial]:
    sample = pick(room, wish.sample or room.sample, wish.seed)
    workplace = Path(tempfile.mkdtemp(prefix="mission-desk-mutate-"))
    copies: Queue[Copy] = Queue()
    for number in range(wish.jobs):
        copies.put(Copy(workplace / str(number)))

    def one(fault: Fault) -> Trial:
        copy = copies.get()
        try:
            trial = copy.try_fault(fault, covering, room.own_tests)
        finally:
            copies.put(copy)
        print("." if trial.outcome == "noticed" else "s", end="", flush=True)
        return trial

    try:
        with ThreadPoolExecutor(wish.jobs) as pool:
            return list(pool.map(one, sample))
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


def pick(room: Room, size: int, seed: int) -> list[Fault]:
    """A sample of the room's faults without those that are spared; the same for the same seed and code."""
    spared = tomllib.loads(SPARED.read_text("utf-8"))["spared"]
    everything = [
        fault
        for path in sorted(room.folder.rglob("*.py"))
        for fault in faults(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        if fault.name not in spared
    ]
    return random.Random(seed).sample(everything, min(size, len(everything)))


def report(room: Room, tried: list[Trial]) -> bool:
    """Prints the survivors and the share; whether the room's goal is reached."""
    print()
    for trial in sorted(tried, key=lambda each: (each.fault.path, each.fault.line)):
        if trial.outcome != "noticed":
            print_survivor(trial)
    outcomes = Counter(trial.outcome for trial in tried)
    share = outcomes["noticed"] / max(1, len(tried))
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(f"{room.name}: {share:.0%} of {len(tried)} noticed (goal {room.goal:.0%}); {counts}", flush=True)
    return share >= room.goal


def print_survivor(trial: Trial) -> None:
    fault = trial.fault
    where = f"{fault.path}:{fault.line} in {fault.where or 'the module'}"
    print(f"{where}: {fault.kind} ({trial.outcome}, {trial.tests} tests)")
    print(f"    - {' '.join(fault.before.split())[:140]}")
    print(f"    + {' '.join(fault.after.split())[:140]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
