"""Rows of a spreadsheet find their columns by their headings, and lose no word on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.exchange.guideline_table import as_guidelines, cells_of, read_table


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        ("Role\tGuideline\tKPI\tOwner\tDue date", ("role", "text", "measure", "owner", "due")),
        ("ROLLE\tLeitlinie\tKennzahl\tVerantwortlich\tBis wann", ("role", "text", "measure", "owner", "due")),
        ("Bis\tRolle\tWas wir tun", ("due", "role", "text")),
        ("Role\tRemarks\tOwner\tOwner", ("role", None, "owner", None)),
        ("From\tTo\tUnit\tMeasure (KPI)", ("start", "goal", "unit", "measure")),
    ],
)
def test_columns_are_found_by_their_heads(heads: str, fields: tuple[str | None, ...]) -> None:
    table = read_table(f"{heads}\n" + "\t".join("x" for _ in fields))
    assert table.headed
    assert table.fields == fields
    assert len(table.rows) == 1


def test_a_table_without_heads_keeps_its_first_row() -> None:
    table = read_table("Agent\tWhen it rings, we answer\nPlanner\tWhen it is quiet, we learn")
    assert not table.headed
    assert as_guidelines(table, table.fields)[0] == {"role": "Agent", "text": "When it rings, we answer"}


def test_a_quoted_cell_keeps_its_tabs_and_line_breaks_in_one_cell() -> None:
    text = 'Role\tGuideline\n"Agent"\t"When it rings,\nwe say ""hello""\tand listen"\n'
    text += 'Planner\t"Slowly" we plan\n'
    table = read_table(text)
    assert as_guidelines(table, table.fields) == [
        {"role": '"Agent"', "text": 'When it rings, we say "hello" and listen'},
        {"role": "Planner", "text": '"Slowly" we plan'},
    ]


def test_short_rows_and_empty_ones_do_no_harm() -> None:
    table = read_table("Role\tGuideline\tOwner\n\t\t\nAgent\n\tWhen it rings, we answer\n")
    assert as_guidelines(table, table.fields) == [{"role": "Agent"}, {"text": "When it rings, we answer"}]
    assert read_table("").rows == ()


def quoted(cell: str) -> str:
    """As a spreadsheet writes it."""
    if "\t" in cell or "\n" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


CELL = st.text(st.sampled_from('ab "\t\nä'), max_size=8).filter(
    lambda cell: not cell.startswith('"') or "\t" in cell or "\n" in cell
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=5))
def test_every_cell_comes_back(rows: list[list[str]]) -> None:
    rows = [*rows, ["end", "end"]]
    assert cells_of("\n".join("\t".join(map(quoted, row)) for row in rows)) == rows
