"""What the window says and asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.ui.messages import BANNER_LINES, in_sight, whole_name


@pytest.mark.parametrize("count", [1, BANNER_LINES, BANNER_LINES + 1, BANNER_LINES + 2, 400])
def test_a_banner_never_covers_the_window(count: int) -> None:
    """However many files the start has left aside; and it says of how many it does not speak."""
    lines = in_sight("\n".join(f"line {n}" for n in range(count))).split("\n")
    assert len(lines) <= BANNER_LINES + 1
    named = [line for line in lines if line.startswith("line")]
    assert len(named) == count or lines[-1] == f"and {count - len(named)} more"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Wall", "Wall.pdf"), ("Wall.PDF", "Wall.PDF"), ("Wall v1.2", "Wall v1.2.pdf"), ("w.txt", "w.txt.pdf")],
)
def test_a_name_gets_the_ending_that_was_left_out(typed: str, name: str) -> None:
    assert whole_name(Path("out") / typed, ".pdf") == Path("out") / name
