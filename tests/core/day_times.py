"""Both sorts of time for a test: the wall's, which can be set, and the steady count, which cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mission_desk.core.file.monotonic_clock import Timepiece

NINE = datetime(2026, 11, 23, 9, 0).timestamp()


@dataclass
class Times:
    """`wall` and `count` are seconds; `era` changes when the machine is started anew."""

    wall: float = NINE
    count: float = 5_000.0
    era: str = "boot one"

    def now(self) -> float:
        return self.wall

    @property
    def steady(self) -> Timepiece:
        return Timepiece(lambda: self.count, self.era)

    def wait(self, seconds: float) -> None:
        self.wall += seconds
        self.count += seconds

    def set_wall(self, by: float) -> None:
        """Somebody sets the system's clock."""
        self.wall += by

    def start_anew(self, seconds: float) -> None:
        """The machine is switched off and on again, which takes so long."""
        self.wall += seconds
        self.count, self.era = 30.0, f"{self.era} and another"
