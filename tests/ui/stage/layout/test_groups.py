"""Groups that were drawn by lot: each panel says its number and its place beside it, on every leaf the next
ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from mission_desk.core.stage.slides import GroupsBody, StagePerson
from mission_desk.ui.stage.bodies import groups_body
from mission_desk.ui.stage.layout.measure import Measure

PLACES = ("Fenster", "Tür", "Leinwand", "Pflanze", "Küche", "Treppe", "Garderobe", "Kaffee")


def groups(count: int, places: tuple[str, ...] = PLACES) -> GroupsBody:
    people = tuple(StagePerson(name, "heart") for name in ("Ada", "Bo", "Cleo"))
    return GroupsBody((people,) * count, corners=places[:count])


def leaves(body: GroupsBody, box: QRectF, m: Measure) -> list[groups_body.Panel]:
    panels, left = [], body
    while left is not None:
        layout = groups_body.lay_out(left, box, m, "de")
        assert layout is not None
        panels += layout.panels
        left = layout.rest
    return panels


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080), (768, 1366)])
@pytest.mark.parametrize("count", [2, 4, 8])
def test_number_and_place_stand_beside_each_other_in_the_panel(
    qapp, size: tuple[int, int], count: int
) -> None:
    m = Measure(*size)
    box = QRectF(m.px(72), m.px(280), m.width - m.px(144), m.height - m.px(420))
    panels = leaves(groups(count), box, m)
    assert [panel.corner.layout.text() for panel in panels] == list(PLACES[:count])
    for panel in panels:
        head = m.px(groups_body.PAD) * (1 + groups_body.BESIDE) + panel.number.width + panel.corner.width
        assert head <= panel.box.width()
        assert panel.corner.lines == 1
        lowest = panel.corner.layout.lineAt(0)
        sinks = groups_body._baseline(panel.number) - groups_body._baseline(panel.corner)
        bottom = panel.box.y() + m.px(groups_body.PAD) / 2 + sinks + lowest.y() + lowest.height()
        assert bottom <= panel.chips[0].box.y() + 1  # else the names hide the tails of its letters


def test_groups_in_lines_of_words_name_their_places() -> None:
    lines = [paragraph.text for paragraph in groups_body.flowing(groups(2)).paragraphs]
    assert lines == ["Fenster: Ada, Bo, Cleo", "Tür: Ada, Bo, Cleo"]
    without = [paragraph.text for paragraph in groups_body.flowing(groups(2, ())).paragraphs]
    assert without == ["Ada, Bo, Cleo"] * 2


def test_groups_on_a_later_leaf_have_their_own_places(qapp) -> None:
    m = Measure(800, 600)
    box = QRectF(m.px(72), m.px(280), m.width - m.px(144), m.height - m.px(420))
    many = tuple(StagePerson(f"Platz {n}", "heart") for n in range(5))
    body = GroupsBody((many,) * 8, corners=PLACES)
    layout = groups_body.lay_out(body, box, m, "de")
    assert layout is not None
    assert layout.rest is not None
    assert [panel.corner.layout.text() for panel in leaves(body, box, m)] == list(PLACES)
