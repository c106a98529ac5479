"""Posters over several sheets: joined as a person joins them, they are the poster again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.contents import Poster
from mission_desk.posters.sheets.paper import PAPERS, POINTS_PER_MM, SHEETS, Paper, paper
from mission_desk.posters.sheets.tile_sheet import Sheet, hint_words
from mission_desk.posters.sheets.tiling import (
    FOOT_MM,
    INSET_MM,
    TilePlan,
    cheaper_plans,
    sheet_name,
    tile_plan,
)
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import board, drawn, pages, picture, statement, words

SCALE = 2.0
BLUR = 8


def joined(poster: Poster, plan: TilePlan) -> Image.Image:
    """Cuts the printed part out of every sheet and lays it where it belongs, the last ones on top."""
    content = poster_bytes(poster, plan.paper, tile=plan)
    size = (round(plan.spread.w * SCALE), round(plan.spread.h * SCALE))
    whole = Image.new("RGB", size, "magenta")
    for number in range(plan.sheets):
        sheet = Sheet(plan, *divmod(number, plan.columns), "en")
        part, at = plan.part(sheet.row, sheet.column), sheet.picture
        image = picture(content, 1 + number, SCALE)
        cut = image.crop(tuple(round(edge * SCALE) for edge in (at.x, at.y, at.right, at.bottom)))
        whole.paste(cut, (round(max(0, part.x) * SCALE), round(max(0, part.y) * SCALE)))
    return whole


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of clearly different spots of four points; edges fall between the pixels of a rendering."""
    size = (min(one.width, other.width), min(one.height, other.height))
    off = ImageChops.difference(one.crop((0, 0, *size)).reduce(BLUR), other.crop((0, 0, *size)).reduce(BLUR))
    return sum(off.convert("L").histogram()[56:]) / (off.width * off.height)


@pytest.mark.parametrize(
    ("poster", "size", "sheet", "overlap"),
    [
        (statement(look="paper"), "A2", "A4", 10),
        (statement(look="accent", face="bold"), "A2", "Letter", 5),
        (board(60), "A2", "A4", 0),
    ],
    ids=["statement", "bold", "board"],
)
def test_joined_sheets_are_the_whole_poster(poster: Poster, size: str, sheet: str, overlap: float) -> None:
    plan = tile_plan(paper(size), paper(sheet), overlap)
    whole = drawn(poster, paper(size), SCALE)
    stitched = joined(poster, plan)
    assert max(abs(stitched.width - whole.width), abs(stitched.height - whole.height)) <= 1
    assert difference(whole, stitched) < 0.0001


def test_a_sheet_out_of_place_would_be_noticed() -> None:
    whole = drawn(statement(look="paper"), paper("A2"))
    assert difference(whole, ImageChops.offset(whole, 6, 0)) > 0.002


def test_a_map_and_every_sheet_at_the_sheets_size() -> None:
    plan = tile_plan(paper("A1"), paper("A4"))
    sheets = pages(poster_bytes(statement(), paper("A1"), tile=paper("A4")))
    assert len(sheets) == 1 + plan.sheets
    for page in sheets:
        assert page.width_mm == pytest.approx(plan.sheet.width_mm, abs=0.1)
        assert page.height_mm == pytest.approx(plan.sheet.height_mm, abs=0.1)


def test_sheets_say_who_they_are_and_where_they_go() -> None:
    plan = tile_plan(paper("A1"), paper("A4"))
    content = poster_bytes(statement(), paper("A1"), tile=plan)
    at = plan.columns + 2
    assert sheet_name(1, 1) in words(content, at)
    assert f"Sheet {at} of {plan.sheets}. Trim left and top" in words(content, at)
    assert "dashed lines of B1 and A2" in words(content, at)
    assert "Must measure 50 mm" in words(content, at)
    assert "actual size" in words(content, 0)


def test_sheets_speak_the_posters_language() -> None:
    content = poster_bytes(statement(language="de"), paper("A2"), tile=paper("A4"))
    assert "tatsächliche Größe" in words(content, 0)
    assert "Muss 50 mm messen" in words(content, 1)


def test_the_bar_measures_fifty_millimetres() -> None:
    content = poster_bytes(statement(look="paper"), paper("A2"), tile=paper("A4"))
    scale = 4.0
    image = picture(content, 1, scale).convert("L").point(lambda value: 255 if value < 180 else 0)
    plan = tile_plan(paper("A2"), paper("A4"))
    right = plan.window.right * scale
    foot = image.crop(
        (
            round(right - 54 * POINTS_PER_MM * scale),
            round((plan.window.bottom + 15) * scale),
            image.width,
            image.height,
        )
    )
    rows = [foot.crop((0, y, foot.width, y + 1)).getbbox() for y in range(foot.height)]
    longest = max(box[2] - box[0] for box in rows if box)
    assert longest / scale / POINTS_PER_MM == pytest.approx(50, abs=0.2)


def test_rows_are_letters_and_columns_numbers() -> None:
    assert [sheet_name(*place) for place in ((0, 0), (1, 2), (25, 0), (26, 1), (52, 0))] == [
        "A1",
        "B3",
        "Z1",
        "AA2",
        "BA1",
    ]


@given(
    size=st.sampled_from(PAPERS),
    landscape=st.booleans(),
    sheet=st.sampled_from(SHEETS),
    overlap=st.floats(0, 60),
    scale=st.floats(0.2, 1.5),
)
def test_every_point_of_the_poster_is_on_a_sheet(
    size: Paper, landscape: bool, sheet: str, overlap: float, scale: float
) -> None:
    plan = tile_plan(paper(size.name, landscape), paper(sheet), overlap, scale)
    first, last = plan.part(0, 0), plan.part(plan.rows - 1, plan.columns - 1)
    assert max(first.x, first.y) <= 0.01
    assert last.right >= plan.spread.w - 0.01
    assert last.bottom >= plan.spread.h - 0.01
    if plan.columns > 1:
        assert plan.part(0, 0).right - plan.part(0, 1).x == pytest.approx(overlap * POINTS_PER_MM, abs=0.01)


def test_fewer_sheets_for_a_little_less_size() -> None:
    plans = cheaper_plans(paper("A0"), paper("A4"))
    assert plans[0] == tile_plan(paper("A0"), paper("A4"))
    assert [plan.sheets for plan in plans] == sorted({plan.sheets for plan in plans}, reverse=True)
    assert all(0.8 <= plan.scale < 1 for plan in plans[1:])
    assert plans[-1].words("en") == "16 sheets at 87 %"
    assert plans[-1].words("de") == "16 Blätter bei 87 %"
    assert len(pages(poster_bytes(statement(), paper("A0"), tile=plans[-1]))) == 17


def test_a_poster_that_fits_its_sheet_is_one_sheet() -> None:
    plan = tile_plan(paper("A4"), paper("A3"))
    assert (plan.sheets, hint_words(Sheet(plan, 0, 0, "en"))) == (1, "Sheet 1 of 1. Trim along the ticks.")


@pytest.mark.parametrize("overlap", [-1, 61, float("nan"), float("inf")])
def test_an_impossible_overlap_is_refused(overlap: float) -> None:
    with pytest.raises(KnownError, match="overlap must be between 0 and 60 mm"):
        tile_plan(paper("A1"), paper("A4"), overlap)


@pytest.mark.parametrize("scale", [0, -1, 3, float("nan")])
def test_an_impossible_size_is_refused(scale: float) -> None:
    with pytest.raises(KnownError, match="between 5 % and 200 %"):
        tile_plan(paper("A1"), paper("A4"), 10, scale)


def test_marks_stay_on_the_sheet() -> None:
    assert INSET_MM >= 5
    assert FOOT_MM >= 10
    content = poster_bytes(statement(look="ink"), paper("A2"), tile=paper("A4"))
    image = picture(content, 1, 2).convert("L").point(lambda value: 255 if value < 200 else 0)
    edge = round(3.5 * POINTS_PER_MM * 2)
    left, top, right, bottom = image.getbbox()
    assert min(left, top, image.width - right, image.height - bottom) >= edge
