"""Plants small faults one at a time and names those that no test notices.

python3 run.py mutate                  every room, a sample each
python3 run.py mutate tally            one room
python3 run.py mutate core/vote --sample 50 --seed 7 --tests tests/core/vote tests/tally
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

from tests.mutation import shares, warm_process
from tests.mutation.copied import Copy
from tests.mutation.covering import cover
from tests.mutation.faults import Fault, faults
from tests.mutation.rooms import ROOMS, ROOT, Room
from tests.mutation.trial import Trial, try_fault

SPARED = Path(__file__).with_name("spared.toml")


def main(arguments: list[str]) -> int:
    wish = parser().parse_args(arguments)
    rooms = [ROOMS[name] for name in wish.rooms or ROOMS]
    warm_process.load_libraries()
    with tempfile.TemporaryDirectory(prefix="mission-desk-mutate-") as folder:
        Path(folder).chmod(0o755)  # some tests are nobody for a while, who must get in too
        copy = Copy(Path(folder))
        reached = [mutate(room, wish, copy) for room in rooms]
    return 0 if all(reached) else 1


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="run.py mutate", description=(__doc__ or "").splitlines()[0])
    known.add_argument("rooms", nargs="*", metavar="ROOM", help=", ".join(ROOMS))
    known.add_argument("--sample", type=int, help="how many faults a room (200, in ui 60)")
    known.add_argument("--seed", type=int, default=1, help="another number, another sample")
    known.add_argument("--tests", nargs="+", help="only these tests, instead of the room's own")
    known.add_argument("--only", default="", help="only faults whose file's name contains this")
    known.add_argument("--own", action="store_true", help="ask only the room's own tests")
    known.add_argument("--fresh", action="store_true", help="look again which tests run which line")
    known.add_argument("--record", action="store_true", help=f"write the share into {shares.RECORD.name}")
    return known


def mutate(room: Room, wish: argparse.Namespace, copy: Copy) -> bool:
    """Whether the room's goal is reached."""
    sample = pick(room, wish.sample or room.sample, wish.seed, wish.only)
    tried = try_all(sample, room, wish.tests or room.own_tests, copy, fresh=wish.fresh)
    survivors = [trial.fault for trial in tried if not trial.is_noticed]
    if survivors and room.others and not (wish.own or wish.tests):
        again = try_all(survivors, room, room.others, copy, fresh=wish.fresh)
        tried = [trial for trial in tried if trial.is_noticed] + again
    share = report(room, tried)
    if wish.record:
        shares.record(room.name, share, sample=len(tried), seed=wish.seed)
    return share >= room.goal


def try_all(
    sample: list[Fault], room: Room, tests: tuple[str, ...], copy: Copy, *, fresh: bool
) -> list[Trial]:
    covering = cover(room, tests, copy, fresh=fresh)
    tried = []
    for fault in sample:
        tried.append(try_fault(fault, covering, copy))
        print("." if tried[-1].is_noticed else "s", end="", flush=True)
    print()
    return tried


def pick(room: Room, size: int, seed: int, only: str) -> list[Fault]:
    """A sample of the room's faults without those that are spared; the same for the same seed and code."""
    spared = tomllib.loads(SPARED.read_text("utf-8"))["spared"]
    everything = [
        fault
        for path in sorted(room.folder.rglob("*.py"))
        if only in path.name
        for fault in faults(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        if fault.name not in spared
    ]
    return random.Random(seed).sample(everything, min(size, len(everything)))


def report(room: Room, tried: list[Trial]) -> float:
    """Prints the survivors, and the share that was noticed, which it returns."""
    for trial in sorted(tried, key=lambda each: (each.fault.path, each.fault.line)):
        if not trial.is_noticed:
            print_survivor(trial)
    outcomes = Counter(trial.outcome for trial in tried)
    share = sum(trial.is_noticed for trial in tried) / max(1, len(tried))
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(f"{room.name}: {share:.0%} of {len(tried)} noticed (goal {room.goal:.0%}); {counts}", flush=True)
    return share


def print_survivor(trial: Trial) -> None:
    fault = trial.fault
    print(f"{fault.path}:{fault.line} ({trial.outcome}, {trial.tests} tests)")
    print(f"    {fault.name}")
    print(f"    + {' '.join(fault.after.split())[:140]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
