"""The stage at five sizes and four ratios: nothing reaches over the edge, nothing of the sample is cut, and
no letter is smaller than the last row can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import pytest
from msgspec import Struct
from msgspec.structs import astuple
from PySide6.QtGui import QColor, QImage, QPainter

from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.room import lots, people
from mission_desk.core.stage import breaks, clicker, reading_out, revealing, stage_state
from mission_desk.core.stage.stage import now
from mission_desk.core.vote import polls
from mission_desk.ui.look import theme
from mission_desk.ui.preference_table import stage
from mission_desk.ui.stage.layout.fit import Words
from mission_desk.ui.stage.layout.measure import FARTHEST, LAST_ROW, NEAREST, Measure
from mission_desk.ui.stage.layout.notes import Placed, needed_height
from mission_desk.ui.stage.motion import Motion
from mission_desk.ui.stage.picture import Picture, lay_out
from tests.core.stage import on_stage

SIZES = ((800, 600), (1280, 720), (1920, 1080), (1920, 1200), (768, 1366))
EDGE = 120  # px around the stage where nothing may be drawn


def board(doc: Document, key: str) -> None:
    on_stage.show_board(doc, key)


SIGHTS: dict[str, Callable[[Document], object]] = {
    **{page: lambda doc, page=page: on_stage.show_page(doc, page) for page in PAGES},
    **{f"board {key}": lambda doc, key=key: board(doc, key) for key in ("customers", "think-big")},
    "arranged": lambda doc: (board(doc, "think-big"), stage_state.arrange(doc)),
    "prompt": stage_state.show_prompt,
    "read out": lambda doc: (board(doc, "think-big"), reading_out.read_out(doc, pick="dots")),
    "pair": lambda doc: (on_stage.show_page(doc, "statement"), clicker.show_pair(doc)),
    "veiled result": lambda doc: on_stage.show_page(doc, "vote"),
    "result": lambda doc: (on_stage.show_page(doc, "vote"), revealing.reveal_all(doc)),
    "celebration": lambda doc: (stage_state.celebrate(doc), clicker.turn(doc, 1, more=False)),
    "break": breaks.take_break,
    "groups": lambda doc: (lots.make_groups(doc), stage_state.show_lot(doc, "groups")),
}


def picture(doc: Document, size: tuple[int, int], metres: float = LAST_ROW) -> Picture:
    return lay_out(now(doc), Measure(*size, metres))


def found_in(of: object, kind: type, depth: int = 0) -> Iterator[object]:
    """Everything of that kind that a picture is made of, also what its drawing function holds."""
    if isinstance(of, kind):
        yield of
    if isinstance(of, tuple | list):
        for each in of:
            yield from found_in(each, kind, depth)
    elif isinstance(of, Struct):
        yield from found_in(astuple(of), kind, depth)
    elif callable(of) and getattr(of, "__closure__", None) and depth < 3:
        for cell in of.__closure__:
            yield from found_in(cell.cell_contents, kind, depth + 1)


def painted(of: Picture) -> QImage:
    """With an edge around it that is larger than any letter could reach."""
    image = QImage(int(of.m.width) + 2 * EDGE, int(of.m.height) + 2 * EDGE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.LIGHT.warn))
    painter = QPainter(image)
    painter.translate(EDGE, EDGE)
    of.draw(painter, Motion())
    painter.end()
    return image


def outside(image: QImage) -> set[str]:
    """The colours of the edge."""
    wide, high = image.width(), image.height()
    rows = [*range(0, EDGE, 3), *range(high - EDGE, high, 3)]
    columns = [*range(0, EDGE, 3), *range(wide - EDGE, wide, 3)]
    colours = {image.pixel(x, y) for y in rows for x in range(0, wide, 2)}
    colours |= {image.pixel(x, y) for x in columns for y in range(0, high, 2)}
    return {QColor(each).name() for each in colours}


@pytest.mark.parametrize("page", SIGHTS)
def test_every_page_at_five_sizes(sample_doc: Document, page: str) -> None:
    SIGHTS[page](sample_doc)
    for size in SIZES:
        made = picture(sample_doc, size)
        assert outside(painted(made)) == {theme.LIGHT.warn}, size
        least = math.ceil(min(size[1], size[0] * 0.8) / 45)
        words = [each for each in found_in(made, Words) if each.width]
        assert words or page == "posters"
        assert min((each.face.size for each in words), default=least) >= least, size
        notes = list(found_in(made, Placed))
        assert all(each.letters >= each.floor >= least for each in notes)
        assert not [each.layout.text() for each in words if "…" in each.layout.text()], size
        assert all(
            needed_height(note.note, note.box.width(), note.floor, note.floor) <= note.box.height() + 1
            for note in notes
        ), size


@pytest.mark.parametrize("page", SIGHTS)
def test_letters_follow_from_where_the_last_row_sits(sample_doc: Document, page: str) -> None:
    SIGHTS[page](sample_doc)
    for metres in (NEAREST, 12, 18):
        made = picture(sample_doc, (1280, 720), metres)
        least = 720 * metres / 360
        assert all(each.face.size >= least - 1e-6 for each in found_in(made, Words) if each.width)
        assert all(each.letters >= least - 1e-6 for each in found_in(made, Placed))
        assert outside(painted(made)) == {theme.LIGHT.warn}, metres


def words_of(placed: Placed) -> str:
    """As they were written: where words may be parted is known once any stage has read it."""
    return placed.note.text.replace("\xad", "")


def test_what_does_not_fit_comes_on_further_leaves(sample_doc: Document) -> None:
    """Every note once, newest first, and the footer says how many are up."""
    on_stage.show_board(sample_doc, "think-big")
    number = boards.board_by_key(sample_doc, "think-big").id
    boards.add_notes(sample_doc, number, [f"Note {n} for a long wall" for n in range(60)], "ideator")
    seen: list[str] = []
    while True:
        made = picture(sample_doc, (1280, 720))
        first, last = len(seen) + 1, len(seen) + made.body.shown
        counted = f"{first}–{last} of 85" if seen else f"{last} of 85"
        assert counted in {words.layout.text() for words in found_in(made.frame, Words)}
        seen += [words_of(each) for each in found_in(made.body, Placed) if made.body.notes][: made.body.shown]
        if not made.body.rest:
            break
        clicker.turn(sample_doc, 1, more=True)
    assert sorted(seen) == sorted(note.text for note in boards.notes_on(sample_doc, number))
    assert stage_state.read_state(sample_doc).leaf > 0


def test_the_arranged_board_shows_what_the_desk_looks_at(sample_doc: Document) -> None:
    on_stage.show_board(sample_doc, "customers")
    number = boards.board_by_key(sample_doc, "customers").id
    stage_state.arrange(sample_doc)
    notes = boards.notes_on(sample_doc, number)
    far = max(notes, key=lambda note: (note.x, note.y))
    sample_doc.keep(f"sight.{number}", [far.x - 100, far.y - 100, 400, 300])
    made = picture(sample_doc, (1280, 720))
    assert far.text in {words_of(each) for each in made.body.notes}
    assert 0 < len(made.body.notes) < len(notes)


def test_a_light_stage_can_be_read_in_a_bright_room(sample_doc: Document) -> None:
    tokens = theme.STAGE_LIGHT
    for page, show in SIGHTS.items():
        show(sample_doc)
        image = painted(lay_out(now(sample_doc), Measure(800, 600, LAST_ROW, tokens)))
        assert image.pixelColor(EDGE + 3, EDGE + 3).name() == tokens.paper, page


def test_the_setting_has_the_bounds_of_the_rule() -> None:
    metres = next(each for each in stage().rows if each.key == "stage.metres")
    assert (metres.low, metres.usual, metres.high) == (NEAREST, LAST_ROW, FARTHEST)


def test_an_open_poll_says_how_many_have_voted(sample_doc: Document) -> None:
    drafts_poll = polls.polls(sample_doc)[0]
    assert drafts_poll.state == "closed"
    on_stage.show_page(sample_doc, "vote")
    assert now(sample_doc).footer == f"{len(people.seats(sample_doc))} of 12 have voted"
