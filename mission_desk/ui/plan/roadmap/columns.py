"""Where the columns of the road map's table stand at each width, and which of them make room: data and review
first, then owner and date. What makes room stands on a second line of its row."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from mission_desk.words import tr

ColumnName = Literal["role", "text", "serves", "measure", "data", "evaluation", "owner", "due", "state"]
COLUMNS: tuple[ColumnName, ...] = (
    "role", "text", "serves", "measure", "data", "evaluation", "owner", "due", "state",
)  # fmt: skip
FOLDED_FIRST: tuple[ColumnName, ...] = ("data", "evaluation")
FOLDED_NEXT: tuple[ColumnName, ...] = ("owner", "due")
FOLDED_LAST: tuple[ColumnName, ...] = ("measure",)

# px of the table below which columns fold
ALL_COLUMNS, WITH_OWNER, WITH_MEASURE = 1180, 860, 620
PAD, BETWEEN = 14, 16  # px at the sides of the table, between two columns
_FIXED: dict[ColumnName, int] = {
    "role": 126, "serves": 40, "owner": 110, "due": 96, "state": 94,
}  # fmt: skip
_SHARES: dict[ColumnName, int] = {
    "text": 284, "measure": 158, "data": 146, "evaluation": 204,
}  # fmt: skip


class Column(Struct, frozen=True):
    """`x` and `width` in px of the table."""

    name: ColumnName
    x: int
    width: int

    @property
    def right(self) -> int:
        return self.x + self.width


def folded(width: int) -> tuple[ColumnName, ...]:
    """The columns that have no room beside the others."""
    if width >= ALL_COLUMNS:
        return ()
    if width >= WITH_OWNER:
        return FOLDED_FIRST
    most = (*FOLDED_FIRST, *FOLDED_NEXT)
    return most if width >= WITH_MEASURE else (*FOLDED_LAST, *most)


def columns(width: int) -> tuple[Column, ...]:
    """Those beside each other in a table of this width."""
    names = [name for name in COLUMNS if name not in folded(width)]
    taken = sum(_FIXED.get(name, 0) for name in names) + BETWEEN * (len(names) - 1) + 2 * PAD
    shares = sum(_SHARES.get(name, 0) for name in names)
    placed, x = [], PAD
    for name in names:
        wide = _FIXED.get(name) or max(40, (width - taken) * _SHARES[name] // shares)
        placed.append(Column(name, x, wide))
        x += wide + BETWEEN
    return tuple(placed)


def column_names() -> dict[ColumnName, str]:
    return {
        "role": tr("Role"),
        "text": tr("What we do differently"),
        "serves": tr("Serves"),
        "measure": tr("Measure, from → to"),
        "data": tr("Data to gather"),
        "evaluation": tr("What a review looks at now"),
        "owner": tr("Owner"),
        "due": tr("Due"),
        "state": tr("State"),
    }
