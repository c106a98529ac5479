"""The result poster: words, counts and bars of one length a voice."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.posters.contents import ResultPoster, ResultRow
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import drawn, longest_row, share_of, words

ROWS = (
    ResultRow("A", "We are the calm voice.", 8, 12, True),
    ResultRow("B", "We provide efficient service.", 4, 12),
    ResultRow("C", "No shop owner ever waits alone.", 0, 12),
)
ACCENT, OTHERS = (15, 94, 99), (143, 199, 197)


def test_everything_is_on_it() -> None:
    text = words(poster_bytes(ResultPoster("Which one?", ROWS, "Lisbon", "12 of 12 ballots"), paper("A4")))
    for part in (
        "HOW WE VOTED",
        "Which one?",
        "8 of 12 · our choice",
        "0 of 12",
        "Lisbon",
        "12 of 12 ballots",
    ):
        assert part in text


def test_it_speaks_the_language_of_the_workshop() -> None:
    text = words(poster_bytes(ResultPoster("Welcher?", ROWS, language="de"), paper("A4")))
    assert "SO HABEN WIR ABGESTIMMT" in text
    assert "8 von 12 · unsere Wahl" in text


def test_bars_are_as_long_as_their_counts() -> None:
    wide = ResultPoster("Q", (ResultRow("A", "", 8, 12, True), ResultRow("B", "", 4, 12)))
    image = drawn(wide, paper("A4", True))
    chosen, other = longest_row(image.crop((90, 100, 570, 595)), ACCENT), longest_row(image, OTHERS)
    assert chosen / other == pytest.approx(2, rel=0.02)


@pytest.mark.parametrize("count", [0, 1, 3, 9, 40])
def test_any_number_of_options_fits(count: int) -> None:
    rows = tuple(ResultRow(str(n), f"Draft number {n} of all", n, count, n == 1) for n in range(count))
    content = poster_bytes(ResultPoster("Which one?", rows), paper("A4"))
    assert all(f"Draft number {n} of all" in words(content) for n in range(count))
    image = drawn(ResultPoster("Which one?", rows), paper("A4"))
    assert share_of(image.crop((0, 812, 595, 842)), (255, 255, 255)) == 1
    assert share_of(image.crop((570, 0, 595, 842)), (255, 255, 255)) == 1


def test_counts_beyond_the_total_stay_in_the_bar() -> None:
    rows = (ResultRow("A", "Dots", 30, 12, True), ResultRow("B", "Less than none", -3, 0))
    assert poster_bytes(ResultPoster("Dots", rows), paper("A4")).startswith(b"%PDF")


def test_other_rules_show_how_the_room_divides() -> None:
    bars = (
        (Band("block", 1, 0.0), Band("support", 3, 3.0), Band("love it", 8, 4.0)),
        (Band("can live", 12, 2.0),),
    )
    rows = tuple(
        ResultRow("AB"[n], "Words", 0, 0, n == 0, f"Pull {n}", bar, "Loved." if n == 0 else "Nobody minds.")
        for n, bar in enumerate(bars)
    )
    poster = ResultPoster("Which one?", rows, legend=(Key("reservations", 1.0), Key("love it", 4.0)))
    text = words(poster_bytes(poster, paper("A4")))
    named = ("love it", "reservations", "support", "can live")
    for part in ("Pull 0 · our choice", "Loved.", "Nobody minds.", "Pull 1", *named):
        assert part in text
    plain = tuple(replace(row, chosen=False) for row in rows)
    image = drawn(replace(poster, rows=plain), paper("A4", True))
    assert longest_row(image, ACCENT) / longest_row(image, (217, 214, 207)) == pytest.approx(8 / 12, rel=0.05)


def test_a_long_score_leaves_its_bar_most_of_the_line() -> None:
    """It is set smaller, within the margin: a bar of a few millimetres has no room for its numbers."""
    long_score = "A majority says: very good indeed, or better"
    rows = (ResultRow("A", "We listen.", 0, 0, score=long_score, bar=(Band("love it", 12, 4.0),)),)
    image = drawn(ResultPoster("Q", rows), paper("A4"))
    assert longest_row(image, ACCENT) > 0.33 * image.width
    right_margin = image.crop((round(image.width * 0.93), 0, image.width, image.height)).convert("L")
    assert right_margin.getextrema()[0] > 250
