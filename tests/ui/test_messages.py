"""What the window says and asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.ui.messages import whole_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Wall", "Wall.pdf"), ("Wall.PDF", "Wall.PDF"), ("Wall v1.2", "Wall v1.2.pdf"), ("w.txt", "w.txt.pdf")],
)
def test_a_name_gets_the_ending_that_was_left_out(typed: str, name: str) -> None:
    assert whole_name(Path("out") / typed, ".pdf") == Path("out") / name
