"""The part of a step that runs, below the room's clock: whole at every distance, and nothing moves when
another one begins."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.file.document import Document
from mission_desk.core.stage.slides import Slide
from mission_desk.core.stage.stage import now
from mission_desk.ui.stage.clock_face import clock_size
from mission_desk.ui.stage.layout.measure import FARTHEST, LAST_ROW, Measure
from mission_desk.ui.stage.picture import lay_out
from mission_desk.ui.stage.stage_window import StageWindow

PLACES = [((800, 600), LAST_ROW), ((800, 600), FARTHEST), ((1920, 1080), LAST_ROW)]


def slide_of(doc: Document, parts: str) -> Slide:
    step = agenda.current_step(doc)
    outline.set_parts(doc, step.id, parts)
    return now(doc)


def at(slide: Slide, left: float) -> Slide:
    assert slide.clock is not None
    return replace(slide, clock=replace(slide.clock, left=left))


@pytest.mark.parametrize(("size", "metres"), PLACES)
def test_nothing_moves_from_part_to_part(
    qtbot: QtBot, doc: Document, size: tuple[int, int], metres: float
) -> None:
    slide = slide_of(doc, "10 alone · 15 reading them aloud now · 10 cluster")
    m = Measure(*size, metres=metres)
    whole = 35 * 60
    pictures = [lay_out(at(slide, left), m) for left in (whole, whole - 601, 60, -60)]
    assert len({(each.clock.getRect(), each.leaf, each.more) for each in pictures}) == 1
    assert 0 < pictures[0].clock.bottom() < size[1] / 2
    turned = slide_of(doc, "15 reading them aloud now · 10 alone · 10 cluster")
    assert clock_size(turned, m, small=False) == clock_size(slide, m, small=False)
    assert clock_size(slide, m, small=False) > clock_size(slide_of(doc, ""), m, small=False)


def test_the_room_sees_another_name_with_another_part(qtbot: QtBot, doc: Document) -> None:
    slide = slide_of(doc, "10 alone · 25 aloud")
    window = StageWindow(lambda: 0.0)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()

    def below_the_digits(shown: Slide) -> bytes:
        window.show_slide(shown)
        box = window._clock_box().toAlignedRect()
        picture = window.grab(box.adjusted(0, round(box.height() * 0.8), 0, 0)).toImage()
        return bytes(picture.constBits())

    first, later = at(slide, 26 * 60), at(slide, 25 * 60)
    assert below_the_digits(first) != below_the_digits(later)
    assert below_the_digits(later) == below_the_digits(at(slide, 25 * 60 - 59))  # 25 minutes of it are left
