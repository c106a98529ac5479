"""The rooms that faults are planted in: their folder, the tests that should notice, the share that is due."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Room:
    """`goal` is a share of the planted faults, 0 to 1; `sample` is how many are planted. `others` are
    tests of other rooms: they are asked only about a fault that the room's own tests let pass."""

    name: str
    goal: float
    others: tuple[str, ...] = ()
    sample: int = 200

    @property
    def folder(self) -> Path:
        return ROOT / "mission_desk" / self.name

    @property
    def own_tests(self) -> tuple[str, ...]:
        return (f"tests/{self.name}",)


ALL_ROOMS = (
    Room("tally", 0.9, ("tests/core/vote",)),
    Room("core/vote", 0.9, ("tests/ui/vote",)),
    Room("core/stage", 0.9, ("tests/ui/stage",)),
    Room("core/file", 0.9, ("tests/properties",)),
    Room("core/room", 0.8, ("tests/core/plan", "tests/core/whole")),
    Room("core/agenda", 0.8, ("tests/core/plan", "tests/core/whole")),
    Room("core/board", 0.8, ("tests/core/stage", "tests/core/whole")),
    Room("core/statement", 0.8, ("tests/core/plan", "tests/core/stage")),
    Room("core/plan", 0.8, ("tests/core/stage", "tests/core/whole")),
    Room("core/whole", 0.8, ("tests/cli",)),
    Room("language", 0.8, ("tests/core/statement",)),
    Room("posters", 0.8, ("tests/ui/posters",)),
    Room("ui/vote", 0.8, sample=60),
    Room("ui/stage", 0.8, sample=60),
)
ROOMS = {room.name: room for room in ALL_ROOMS}
