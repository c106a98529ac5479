"""The rooms that faults are planted in: their folder, their own tests, and the share to be noticed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.mutation.covering import ROOT


@dataclass(frozen=True)
class Room:
    """`goal` is a share of the planted faults, 0 to 1; `sample` is how many are planted."""

    name: str
    goal: float
    sample: int = 200

    @property
    def folder(self) -> Path:
        return ROOT / "mission_desk" / self.name

    @property
    def own_tests(self) -> tuple[str, ...]:
        return (f"tests/{self.name}/", f"tests/{self.name}.py")


STRICT = ("tally", "core/vote", "core/stage", "core/file")
OTHERS = ("core/room", "core/agenda", "core/board", "core/statement", "core/plan", "core/whole", "language")
ROOMS = {
    **{name: Room(name, 0.9) for name in STRICT},
    **{name: Room(name, 0.8) for name in (*OTHERS, "posters")},
    **{name: Room(name, 0.8, sample=60) for name in ("ui/vote", "ui/stage")},
}
