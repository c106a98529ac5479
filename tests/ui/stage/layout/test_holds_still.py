"""While a room writes, nothing on the stage moves: question, clock and fields keep their place and size, and
a note that hangs stays where it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from mission_desk.core.agenda.clock import Clock
from mission_desk.core.board.places import Box
from mission_desk.core.stage.slides import BoardBody, Slide, StageBox, StageNote
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.picture import Picture, lay_out

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
WORDS = ("Nobody waits for help", "One call, one person, solved", "We stay until it works again")
FIELD, STEP = 400, 120
FIELDS = tuple(StageBox(f"Field {n}: what they do", Box(n * (FIELD + 20), 0, FIELD, 4000)) for n in range(5))
EMPTY = Slide(
    "3 of 11 · Our customers", "What do our customers do, dream of and lose sleep over?",
    BoardBody((), (), ()), Clock(1500, 1500, None), ("ideator", "strategist"),
    "Analysts and hearts: listen, your turn comes", "0 notes", "en",
)  # fmt: skip


def with_notes(count: int, regions: tuple[StageBox, ...], per_row: int) -> Slide:
    notes = tuple(
        StageNote(
            WORDS[n % 3], "ideator", n % 4,
            Box(n % per_row * (FIELD + 20), n // per_row * STEP + 10, 180, 100), "",
        )
        for n in range(count)
    )  # fmt: skip
    return replace(EMPTY, body=BoardBody(notes, (), regions), footer=f"{count} notes")


def around(picture: Picture) -> tuple[object, ...]:
    """Question, clock, chips and the box of the body; the count in the corner alone may grow."""
    assert picture.frame is not None
    texts = [(text.words.layout.text(), text.words.face, text.x, text.y) for text in picture.frame.texts]
    chips = [chip.box.getRect() for chip in picture.frame.chips]
    return texts[:-1], chips, picture.clock.getRect(), picture.frame.body.getRect()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("regions", [FIELDS, ()], ids=["fields", "rows"])
def test_nothing_moves_while_thirty_notes_come(regions: tuple[StageBox, ...], size: tuple[int, int]) -> None:
    m, per_row = Measure(*size), 5 if regions else 200
    first = lay_out(with_notes(0, regions, per_row), m)
    panels = [name.panel.getRect() for name in first.body.names if name.panel]
    assert len(panels) == len(regions)
    hung: dict[int, QRectF] = {}
    for count in range(1, 31):
        picture = lay_out(with_notes(count, regions, per_row), m)
        assert around(picture) == around(first), count
        assert [name.panel.getRect() for name in picture.body.names if name.panel] == panels, count
        notes = picture.body.notes
        assert notes is not None
        if len(notes) < count:  # on 4:3 they go on to the next leaf, in the same frame
            assert not picture.body.is_whole
            continue
        places = {(each.note.box.x, each.note.box.y): each.box for each in notes}
        for where, box in hung.items():
            assert places[where].topLeft() == box.topLeft(), (count, where)
            assert places[where].width() == box.width(), (count, where)
        hung = places
