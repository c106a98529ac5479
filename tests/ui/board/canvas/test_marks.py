"""What is drawn on a note beside its words: dots and their number, concerns, a lock, and a wavy line under
words that say little."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, note_properties
from mission_desk.core.file.rows import Concern, Note
from mission_desk.core.statement import concerns
from mission_desk.ui.board.canvas.note_face import face, squiggles
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look.theme import LIGHT
from tests.ui.board.hands import board_page, note

BUZZ = "Deliver world-class synergies for all stakeholders"


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    marked_page = board_page(desk, {"plain words": (0, 0), BUZZ: (250, 0)})
    marked_page.canvas.select(frozenset())
    return marked_page


def count(qtbot: QtBot, page: BoardPage, text: str, colour: str, part: tuple[float, ...]) -> int:
    """Pixels of a colour in a part of a note: left, top, width, height as shares of it."""
    page.canvas.repaint()
    qtbot.waitUntil(page.canvas.is_drawn)
    picture = page.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    whole, ratio = page.canvas.sight.note_view_box(note(page, text)), picture.devicePixelRatio()
    box = QRectF(
        whole.x() + part[0] * whole.width(), whole.y() + part[1] * whole.height(),
        part[2] * whole.width(), part[3] * whole.height(),
    )  # fmt: skip
    area = QRectF(box.topLeft() * ratio, box.size() * ratio).toRect().intersected(picture.rect())
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


FOOT = (0.5, 0.82, 0.5, 0.18)


def test_up_to_six_dots_are_dots_and_more_are_a_number(qtbot: QtBot, page: BoardPage) -> None:
    row = page.doc.rows(Note)[0]
    inks = [count(qtbot, page, row.text, LIGHT.note_ink, FOOT)]
    for _ in range(6):
        boards.add_dots(page.doc, [row.id], 1)
        inks.append(count(qtbot, page, row.text, LIGHT.note_ink, FOOT))
    assert inks == sorted(set(inks))
    boards.add_dots(page.doc, [row.id], 1)
    assert count(qtbot, page, row.text, LIGHT.note_ink, FOOT) < inks[3]


def test_an_open_concern_and_a_lock_stand_at_the_corners(qtbot: QtBot, page: BoardPage) -> None:
    row = page.doc.rows(Note)[0]
    right, left = (0.9, -0.08, 0.2, 0.15), (-0.06, -0.08, 0.15, 0.15)
    assert count(qtbot, page, row.text, LIGHT.warn, right) == 0
    concerns.raise_concern(page.doc, "Is it so?", note=row.id)
    worried = count(qtbot, page, row.text, LIGHT.warn, right)
    assert worried > 20
    page.canvas.select({row.id})
    assert count(qtbot, page, row.text, LIGHT.warn, right) == worried  # over the handle at that corner
    before = count(qtbot, page, row.text, LIGHT.panel, left)
    note_properties.lock_notes(page.doc, [row.id], True)
    assert count(qtbot, page, row.text, LIGHT.panel, left) > before + 40


def test_words_that_say_little_are_underlined(qtbot: QtBot, page: BoardPage) -> None:
    page.finding_underlines.underline()
    words = (0.0, 0.05, 1.0, 0.75)
    assert count(qtbot, page, BUZZ, LIGHT.warn, words) > 10
    assert count(qtbot, page, "plain words", LIGHT.warn, words) == 0
    boards.edit_note(page.doc, note(page, BUZZ).id, "One call, one person")
    assert count(qtbot, page, "One call, one person", LIGHT.warn, words) == 0


def test_a_wave_runs_under_its_words_on_every_line(page: BoardPage) -> None:
    layout = face("🎉🎉 " + BUZZ, 180, 156)
    start = layout.text().index("world")
    waves = list(squiggles(layout, ((start, start + len("world-class synergies")),)))
    assert len(waves) >= 2
    line = layout.lineForTextPosition(start + 2)  # each emoji counts twice
    left = waves[0].boundingRect().left()
    assert abs(left - line.cursorToX(start + 2)[0]) < 1


def test_a_concern_that_the_text_settled_says_so_in_the_panel(page: BoardPage) -> None:
    plain = note(page, "plain words")
    worry = concerns.raise_concern(page.doc, "too vague", note=plain.id)
    with page.doc.action("concern.changed") as write:
        write.update(Concern, worry, state="changed")
    page.canvas.select(frozenset({plain.id}))
    texts = [each.text() for each in page.inspector.findChildren(QLabel)]
    assert any("text changed" in words for words in texts)
