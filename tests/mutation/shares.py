"""What the last recorded runs noticed, room by room: report.toml, which `run.py check` prints."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

RECORD = Path(__file__).with_name("report.toml")
HEAD = "# Written by `run.py mutate ROOM --record`: how many of the planted faults the tests noticed.\n"


def record(room: str, share: float, *, sample: int, seed: int) -> None:
    shares = recorded()
    date = datetime.date.today()
    shares[room] = {"noticed": round(share * sample), "sample": sample, "seed": seed, "date": date}
    rows = [
        f'"{name}" = {{ {", ".join(f"{key} = {value}" for key, value in row.items())} }}\n'
        for name, row in sorted(shares.items())
    ]
    RECORD.write_text(HEAD + "[rooms]\n" + "".join(rows), "utf-8")


def recorded() -> dict[str, dict[str, object]]:
    if not RECORD.exists():
        return {}
    return dict(tomllib.loads(RECORD.read_text("utf-8"))["rooms"])
