"""The room's window: what it shows, and what it repaints."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.board import boards, clustering
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import PAGES, STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.stage import stage, stage_state
from mission_desk.core.stage.slides import BoardBody, Slide, StageNote
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_opening, poll_options
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look.theme import CONTRAST, DARK, LIGHT, STAGE, Tokens
from mission_desk.ui.screens import screen_of
from mission_desk.ui.stage.board.board_body import lay_out
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.stage_window import StageWindow
from tests.core.stage import on_stage
from tests.core.vote.voting import both, voted


class Paints(QObject):
    """Notes which part of the window is painted."""

    def __init__(self, window: StageWindow) -> None:
        super().__init__(window)
        self.parts: list[QRect] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return False


@pytest.fixture
def window(qtbot: QtBot) -> StageWindow:
    stage_window = StageWindow(time.time)
    qtbot.addWidget(stage_window)
    stage_window.resize(1280, 720)
    with qtbot.waitExposed(stage_window):
        stage_window.show()
    return stage_window


def picture(window: StageWindow) -> QImage:
    return window.grab().toImage()


def slide_of(doc: Document, page: str) -> Slide:
    board = boards.board_by_key(doc, "think-big")
    return replace(stage.slide(doc, page, board.id, None), clock=Clock(600, 300, None))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", [(800, 600), (1920, 1080), (768, 1024)])
def test_every_page_is_drawn(
    window: StageWindow, sample_doc: Document, page: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    empty = picture(window)
    window.show_slide(slide_of(sample_doc, page))
    assert picture(window) != empty


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_workshop_is_drawn(window: StageWindow, doc: Document, page: str) -> None:
    window.show_slide(slide_of(doc, page))
    assert picture(window).pixelColor(2, 2) == QColor(STAGE.paper)


def test_a_note_in_its_colour(window: StageWindow, doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big")
    boards.add_notes(doc, board.id, ["No one waits"], "heart")
    window.show_slide(stage.slide(doc, "board", board.id, None))
    image = picture(window)
    colours = {image.pixelColor(x, y).name() for x in range(60, 400, 10) for y in range(180, 500, 10)}
    assert STAGE.heart in colours


def test_a_running_clock_paints_only_itself(qtbot: QtBot, window: StageWindow, sample_doc: Document) -> None:
    window.show_slide(replace(slide_of(sample_doc, "board"), clock=Clock(600, 300, time.time())))
    before = picture(window)
    QApplication.processEvents()
    paints = Paints(window)
    qtbot.waitUntil(lambda: len(paints.parts) > 0)
    assert all(part.left() > 900 and part.bottom() < 200 for part in paints.parts)
    assert picture(window) != before


def test_a_paused_clock_paints_nothing(qtbot: QtBot, window: StageWindow, sample_doc: Document) -> None:
    window.show_slide(slide_of(sample_doc, "board"))
    picture(window)
    assert not window._ticks.isActive()
    window.show_slide(replace(slide_of(sample_doc, "board"), clock=Clock(600, 300, time.time())))
    picture(window)
    assert window._ticks.isActive()


def test_over_time_the_clock_warns(window: StageWindow, sample_doc: Document) -> None:
    def colours(clock: Clock) -> set[str]:
        window.show_slide(replace(slide_of(sample_doc, "board"), clock=clock))
        image = picture(window)
        return {image.pixelColor(x, y).name() for x in range(900, 1270, 2) for y in range(20, 160, 2)}

    assert STAGE.warn not in colours(Clock(600, 30, None))
    assert STAGE.warn in colours(Clock(600, -30, None))


def test_escape_leaves(qtbot: QtBot, window: StageWindow) -> None:
    with qtbot.waitSignal(window.left):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_full_screen_where_there_is_one(qtbot: QtBot) -> None:
    stage_window = StageWindow(time.time)
    qtbot.addWidget(stage_window)
    stage_window.present(screen_of(stage_window))
    assert stage_window.isFullScreen()
    other = StageWindow(time.time)
    qtbot.addWidget(other)
    other.present(None)
    assert not other.isFullScreen()
    assert other.height() == max(other.width() * 9 // 16, other.minimumHeight())


def test_the_stage_follows_the_desk(qtbot: QtBot, sample_desk: Desk) -> None:
    on_stage.show_board(sample_desk.doc, "think-big")
    sample_desk.commands.run("stage.show")
    window = sample_desk.stage_control.window
    assert window is not None
    before = picture(window)
    board = boards.board_by_key(sample_desk.doc, "think-big")
    boards.add_notes(sample_desk.doc, board.id, ["A new one"], "ideator")
    assert picture(window) != before
    sample_desk.doc.undo()
    assert picture(window) == before


def test_words_that_are_no_html(window: StageWindow, doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big")
    texts = [
        "<b>bold</b> & <img src='x'>",
        "a\u2028b\n\nc",
        "\u0627\u0644\u0639\u0645\u0644\u0627\u0621",
        "x" * 2000,
    ]
    boards.add_notes(doc, board.id, texts, "ideator")
    draft = drafts.add_draft(doc, text="Donaudampfschifffahrtsgesellschaftskapitän " * 20)
    for size in ((320, 240), (1280, 720)):
        window.resize(*size)
        for page in PAGES:
            window.show_slide(stage.slide(doc, page, board.id, draft))
            picture(window)


def test_every_priority_and_guideline_is_shown_as_it_is_written(window: StageWindow, doc: Document) -> None:
    row = priorities.priorities(doc, "team")[0]
    window.show_slide(slide_of(doc, "priorities"))
    before = picture(window)
    priorities.write_priority(doc, row.id, "Nobody repeats a story")
    window.show_slide(slide_of(doc, "priorities"))
    assert picture(window) != before
    before = picture(window)
    guideline = roadmap.add_guideline(doc, role="Agent")
    roadmap.edit_guideline(doc, guideline, text="Stay on the line until it works")
    window.show_slide(slide_of(doc, "roadmap"))
    assert picture(window) != before


def luminance(colour: str) -> float:
    rgb = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (rgb.redF(), rgb.greenF(), rgb.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_everything_the_room_reads_has_a_contrast_of_seven() -> None:
    for ground in (STAGE.paper, STAGE.panel):
        for ink in (STAGE.ink, STAGE.ink2, STAGE.accent, STAGE.warn):
            assert contrast(ink, ground) >= 7
    for style in STYLES:
        assert contrast(STAGE.note_ink, STAGE.style(style)) >= 7


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_everything_the_desk_says_can_be_read_in_every_theme(theme: Tokens) -> None:
    for ground in (theme.paper, theme.panel, theme.rest):
        for ink in (theme.ink, theme.ink2):
            assert contrast(ink, ground) >= 4.5
    for ink, ground in (
        (theme.accent, theme.accent_soft), (theme.on_accent, theme.accent),
        (theme.warn, theme.warn_soft), (theme.panel, theme.warn),
    ):  # fmt: skip
        assert contrast(ink, ground) >= 4.5


def test_on_a_single_screen_f11_shows_the_room_nothing_but_the_stage(qtbot: QtBot, sample_desk: Desk) -> None:
    qtbot.keyClick(sample_desk, Qt.Key.Key_F11)
    stage = sample_desk.stage_control.window
    assert stage is not None
    assert stage.isVisible()
    assert stage.screen() is sample_desk.screen()
    assert not sample_desk.commands.action("stage.here").isEnabled()
    qtbot.keyClick(stage, Qt.Key.Key_F11)
    assert sample_desk.stage_control.window is None
    assert sample_desk.commands.action("stage.here").isEnabled()


def test_a_view_of_the_desk_without_notes_is_shown_in_rows() -> None:
    note = StageNote("far away", "ideator", 0, Box(90_000, 90_000, 180, 156), "")
    near = StageNote("here", "ideator", 0, Box(0, 0, 180, 156), "")
    body = BoardBody((near, note), (), (), arranged=True, sight=Box(40_000, 40_000, 1_000, 600))
    layout = lay_out(body, QRectF(0, 0, 1_200, 700), Measure(1_280, 720), "en")
    assert len(layout.notes) == 2


def test_a_cluster_keeps_its_colour_on_the_stage(sample_doc: Document) -> None:
    on_stage.show_board(sample_doc, "think-big")
    board = boards.board_by_key(sample_doc, "think-big").id
    cluster = boards.clusters_on(sample_doc, board)[0]
    clustering.colour_clusters(sample_doc, [cluster.id], "heart")
    slide = stage.Stage(sample_doc).slide()
    assert isinstance(slide.body, BoardBody)
    names = lay_out(slide.body, QRectF(0, 0, 1_700, 800), Measure(1_920, 1_080), "en").names
    assert [name.text for name in names if name.colour == "heart"] == [cluster.name]


def test_the_clock_of_a_frozen_picture_is_drawn_as_it_stands_now(sample_desk: Desk) -> None:
    doc = sample_desk.doc
    on_stage.show_board(doc, "think-big")
    agenda.set_clock(doc, agenda.current_step(doc), Clock(600, 300, None))
    sample_desk.commands.run("stage.show")
    sample_desk.commands.run("stage.freeze")
    window = sample_desk.stage_control.window
    assert window is not None
    last = picture(window)
    on_stage.show_board(doc, "parking")
    assert picture(window) == last
    sample_desk.commands.run("clock.more")
    box = window._clock_box().toAlignedRect()
    assert picture(window).copy(box) != last.copy(box)
    agenda.set_clock(doc, agenda.current_step(doc), Clock(600, 300, None))
    assert picture(window) == last


def test_what_a_crash_left_frozen_is_not_frozen_on_another_picture(sample_desk: Desk) -> None:
    stage_state.freeze(sample_desk.doc)
    stage_state.blank(sample_desk.doc, "black")
    sample_desk.commands.run("stage.show")
    state = stage_state.read_state(sample_desk.doc)
    assert (state.frozen, state.blank) == (False, "black")


def test_a_long_result_is_paged_and_revealed_by_one_key(qtbot: QtBot, desk: Desk) -> None:
    """Nothing is revealed on a leaf that the room does not see, and the other key takes all of it back."""
    doc = desk.doc
    options = poll_options.free_options("\n".join(f"Option {n} " + "with many words " * 6 for n in range(5)))
    poll = poll_opening.open_poll(doc, "Which of them would you sign?", options, rule="pull-and-drag")
    voted(doc, poll, [both(*[(5, n) for n in range(5)])] * 6)
    on_stage.show_page(doc, "vote")
    qtbot.keyClick(desk, Qt.Key.Key_F11)
    stage = desk.stage_control.window
    assert stage is not None
    stage.showNormal()
    stage.resize(800, 600)
    stage.dress(STAGE, 16)

    def turned(key: Qt.Key) -> list[tuple[int, int]]:
        """(leaf, revealed) after each press until nothing more happens."""
        seen: list[tuple[int, int]] = []
        while len(seen) < 2 or seen[-1] != seen[-2]:
            before, leaf, on_leaf = stage_state.read_state(doc).revealed, stage.leaf, stage.options
            qtbot.keyClick(stage, key)
            after = stage_state.read_state(doc).revealed
            assert after == before or (min(before, after) in on_leaf and stage.leaf == leaf)
            seen.append((stage.leaf, after))
            assert len(seen) < 60
        return seen

    there = turned(Qt.Key.Key_PageDown)
    assert there[-1][1] == 5
    assert there[-1][0] >= 2
    assert not stage.more
    assert turned(Qt.Key.Key_PageUp)[-1] == (0, 0)


def test_a_desk_that_closes_under_a_frozen_stage_reads_its_file_no_more(
    qtbot: QtBot, sample_desk: Desk
) -> None:
    """The frame's band goes, the board gets its room: by then the file is let go of."""
    on_stage.show_board(sample_desk.doc, "think-big")
    sample_desk.commands.run("stage.show")
    sample_desk.commands.run("stage.freeze")
    canvas, views = sample_desk.pages["board"].canvas, sample_desk.pages["board"].views
    qtbot.waitUntil(views.is_settled)
    low = canvas.height()
    sample_desk.close()
    qtbot.waitUntil(lambda: canvas.height() > low)
    qtbot.waitUntil(views.is_settled)
