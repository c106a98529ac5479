"""Papers by name, and pages of exactly that size."""

from __future__ import annotations

import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.sheets.paper import PAPERS, SHEETS, Paper, paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import pages, statement


@pytest.mark.parametrize("written", ["ANSI E", "ansi e", "AnsiE", "ansi-e", " ANSI  E "])
def test_a_paper_is_found_however_it_is_written(written: str) -> None:
    assert paper(written).name == "ANSI E"


def test_an_unknown_paper_names_the_known_ones() -> None:
    with pytest.raises(KnownError, match=r"“B5”.*A4, A3.*ARCH E"):
        paper("B5")


def test_landscape_turns_the_paper() -> None:
    assert (paper("A3", landscape=True).width_mm, paper("A3", landscape=True).height_mm) == (420, 297)


def test_sheets_are_papers() -> None:
    assert [paper(name).name for name in SHEETS] == list(SHEETS)


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("size", PAPERS, ids=lambda size: size.name)
def test_a_page_has_the_size_of_its_paper(size: Paper, landscape: bool) -> None:
    wanted = paper(size.name, landscape)
    (page,) = pages(poster_bytes(statement(), wanted))
    assert page.width_mm == pytest.approx(wanted.width_mm, abs=0.1)
    assert page.height_mm == pytest.approx(wanted.height_mm, abs=0.1)
