"""Who opens one workshop after the other all day pays for one: a closed desk leaves nothing behind. Slots,
workers and caches that still know it would keep a thousand widgets and 35 MB each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST = 15 << 10  # kB
EXACTLY = ("desks", "QObjects", "widgets", "connections", "files")


def openings(folder: Path, count: int) -> list[dict[str, int]]:
    """What was left after each of so many openings, all pages shown in each."""
    program = Path(__file__).with_name("openings.py")
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", str(program), str(folder), str(count)],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, f"it ended with {done.returncode}: {done.stderr[-3_000:]}"
    return [json.loads(line) for line in done.stdout.splitlines()]


def grown(first: dict[str, int], last: dict[str, int]) -> dict[str, tuple[int, int]]:
    exact = {each: (first[each], last[each]) for each in EXACTLY if first[each] < last[each]}
    many = {each: (first[each], last[each]) for each in ("objects",) if last[each] > first[each] * 1.01}
    return {**exact, **many}


def assert_nothing_left(rows: list[dict[str, int]]) -> None:
    """When all pages were seen once, caches are as full as they get."""
    first, *others = rows
    assert first["desks"] == 0
    assert [grown(first, row) for row in others] == [{}] * len(others)
    assert max(row["kB"] for row in others) - first["kB"] < MOST


def test_a_closed_desk_leaves_nothing_behind(tmp_path: Path) -> None:
    assert_nothing_left(openings(tmp_path, 3))


@pytest.mark.soak
def test_twenty_openings_take_the_memory_of_one(tmp_path: Path) -> None:
    assert_nothing_left(openings(tmp_path, 20))
