"""The board poster: every note readable, as arranged where that can be read, else in headed rows."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace
from PIL import Image

from mission_desk.core.board import places
from mission_desk.core.board.axes import AROUND, Axes
from mission_desk.posters.contents import BoardPoster, Box
from mission_desk.posters.kinds.board_arranged import SMALLEST_USUAL, Arrangement, arranged
from mission_desk.posters.kinds.board_page import board_layout
from mission_desk.posters.kinds.board_rows import Rows
from mission_desk.posters.kinds.board_sections import sections
from mission_desk.posters.kinds.note_ink import USUAL_TEXT
from mission_desk.posters.pdf.page import Area
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import board, drawn, note, picture, share_of, words

A4_ROOM = Area(40, 120, 515, 640)
A0_ROOM = Area(100, 300, 2180, 2900)


def test_a_small_board_keeps_its_arrangement() -> None:
    layout = board_layout(board(12, 3), A4_ROOM)
    assert isinstance(layout, Arrangement)
    steps = {round((placed.area.x - layout.notes[0].area.x) / layout.scale) for placed in layout.notes}
    assert steps == {0, 196, 392}


def test_a_wide_board_is_put_in_rows_on_a_small_page_only() -> None:
    wide = board(60, 10)
    assert isinstance(board_layout(wide, A4_ROOM), Rows)
    lying = Area(0, 0, A0_ROOM.h, A0_ROOM.w)
    assert isinstance(board_layout(wide, lying), Arrangement)


def test_a_wide_board_does_not_hang_as_a_strip_on_an_upright_page() -> None:
    wide = board(14, 7)
    layout = board_layout(wide, A0_ROOM)
    hung = arranged(wide, A0_ROOM)
    assert isinstance(layout, Rows)
    assert hung is not None
    assert layout.text > 1.4 * USUAL_TEXT * hung.scale


def test_usual_text_is_never_below_eight_points_in_its_arrangement() -> None:
    for columns in range(2, 30):
        layout = board_layout(board(30, columns), A4_ROOM)
        if isinstance(layout, Arrangement):
            assert USUAL_TEXT * layout.scale >= SMALLEST_USUAL


def test_notes_that_hide_each_other_are_put_in_rows() -> None:
    pile = BoardPoster("Pile", notes=(note("one", 0, 0), note("two", 30, 20), note("three", 60, 40)))
    assert isinstance(board_layout(pile, A4_ROOM), Rows)


@pytest.mark.parametrize(("count", "size"), [(5, "A4"), (60, "A4"), (120, "A3"), (120, "A0")])
def test_every_note_is_there_in_full(count: int, size: str) -> None:
    text = words(poster_bytes(board(count), paper(size)))
    assert all(f"Idea {number} for the shop owner" in text for number in range(count))
    assert "No one waits alone" in text


def test_notes_stay_on_the_page_and_apart() -> None:
    for room in (A4_ROOM, A0_ROOM):
        for count in (1, 7, 60, 150):
            layout = board_layout(board(count), room)
            areas = [placed.area for placed in layout.notes] if isinstance(layout, Arrangement) else []
            areas += [area for _note, area, _block in layout.notes] if isinstance(layout, Rows) else []
            assert len(areas) == count
            assert all(
                area.right <= room.right + 0.01 and area.bottom <= room.bottom + 0.01 for area in areas
            )
            assert not any(touch(one, other) for at, one in enumerate(areas) for other in areas[at + 1 :])


def touch(one: Area, other: Area) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


def test_text_stays_inside_its_note() -> None:
    long = board(
        12, 4, "Idea {number}: " + "we ask twice before we answer once, and then we write it down " * 3
    )
    for room in (A4_ROOM, A0_ROOM):
        layout = board_layout(long, room)
        placed = (
            [(each.area, each.block) for each in layout.notes]
            if isinstance(layout, Arrangement)
            else [(area, block) for _note, area, block in layout.notes]
        )
        assert all(block.width < area.w and block.height < area.h for area, block in placed)


def test_sections_follow_regions_and_clusters() -> None:
    poster = BoardPoster(
        "Customers",
        regions=(Box("Dream", 0, 0, 500, 500), Box("Worry", 600, 0, 500, 500)),
        clusters=(Box("Time", 600, 0, 250, 250),),
        notes=(note("b", 640, 40), note("a", 20, 20), note("c", 2000, 0), note("d", 880, 300)),
    )
    titled = [(section.title, [each.text for each in section.notes]) for section in sections(poster)]
    assert titled == [("Dream", ["a"]), ("Worry · Time", ["b"]), ("Worry", ["d"]), ("On their own", ["c"])]


def test_an_empty_board_is_its_title_and_prompt() -> None:
    text = words(poster_bytes(BoardPoster("Parking lot", "What must not be lost?"), paper("A4", True)))
    assert text == "Parking lot What must not be lost?"


def test_regions_without_notes_are_drawn() -> None:
    poster = BoardPoster("Customers", regions=(Box("Their dreams", 0, 0, 800, 600),))
    assert "Their dreams" in words(poster_bytes(poster, paper("A4")))


def test_the_names_of_the_axes_stand_beside_the_fields_and_inside_the_room() -> None:
    fields = (Box("Cheap", 0, 0, 400, 300), Box("Dear", 440, 0, 400, 300))
    axes = Axes("What it costs", "What it changes", places.Box(0, 0, 840, 300))
    poster = BoardPoster("Board", regions=fields, axes=axes)
    hung = arranged(poster, A4_ROOM)
    assert hung is not None
    assert hung.axes is not None
    area, band = hung.axes[1], AROUND * hung.scale
    assert area.x - band >= A4_ROOM.x - 0.01
    assert area.bottom + band <= A4_ROOM.bottom + 0.01
    shown = words(poster_bytes(poster, paper("A4")))
    assert "What it costs" in shown
    assert "What it changes" in shown


@pytest.mark.parametrize("style", ["ideator", "strategist", "analyst", "heart"])
def test_a_style_is_told_by_its_mark_without_colour(style: str) -> None:
    marked = BoardPoster("Board", notes=(note("", 0, 0, style),))
    plain = BoardPoster("Board", notes=(replace(marked.notes[0], style="parking"),))
    images = [drawn(poster, paper("A4")).convert("L") for poster in (marked, plain)]
    corners = [
        image.crop((40, 100, 240, 330)).point(lambda value: 255 if value < 110 else 0) for image in images
    ]
    assert corners[0].tobytes() != corners[1].tobytes()


def test_many_dots_become_a_number() -> None:
    many = BoardPoster("Board", notes=(note("Idea", 0, 0, dots=17),))
    assert "17" in words(poster_bytes(many, paper("A4")))
    few = BoardPoster("Board", notes=(note("Idea", 0, 0, dots=6),))
    assert "6" not in words(poster_bytes(few, paper("A4")))


def test_notes_have_their_colours() -> None:
    assert share_of(drawn(board(20), paper("A4")), (255, 217, 94)) > 0.05


def test_a_picture_hangs_on_the_poster_above_its_words() -> None:
    photo = BytesIO()
    Image.new("RGB", (600, 400), (10, 20, 200)).save(photo, "JPEG")
    hung = replace(note("Our first shop", 0, 0), w=388, h=306, picture=photo.getvalue())
    for others in ((), tuple(board(80, 10).notes)):
        content = poster_bytes(BoardPoster("Customers", notes=(hung, *others)), paper("A3"))
        page = picture(content, 0, 0.5)
        assert share_of(page, (10, 20, 200), 12) > 0.001
        assert "Our first shop" in words(content)


@pytest.mark.parametrize("title", ["Our customers", "Our customers and everybody who pays for what they get"])
def test_place_and_date_stand_clear_of_the_question(title: str) -> None:
    """Where they need two lines, on an upright sheet."""
    event = "Harbour House, second floor, 12 December 2026"
    poster = replace(board(12), title=title, event=event, prompt="Which of them do we want to have?")
    sheet = paper("A1")
    assert sheet.height > sheet.width
    with pdfium.PdfDocument(poster_bytes(poster, sheet)) as document:
        text = document[0].get_textpage()
        year, question = (box_of(text, words) for words in ("2026", "Which"))
    letters = year[3] - year[1]
    assert year[1] - question[3] > letters  # points, upwards


def box_of(text: pdfium.PdfTextPage, words: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of its first letter on the page."""
    place = text.search(words).get_next()
    assert place is not None
    return text.get_charbox(place[0])
