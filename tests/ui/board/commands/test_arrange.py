"""Notes are brought into line, sent to clusters by a letter and snapped while dragged, with real mouse and
keys; each is one step that Undo takes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.ui.board.commands.letter_list import NEW, LetterList, cluster_lines
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.board.side.inspector import ArrangeRow
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.palette import Palette
from tests.ui.board.hands import CONTROL, LEFT, PLAIN, SHIFT, SPOTS, note, select, spot, take_back

ALT = Qt.KeyboardModifier.AltModifier


def ids(page: BoardPage, *texts: str) -> list[int]:
    return [note(page, text).id for text in texts]


def where(page: BoardPage) -> dict[str, tuple[int, int]]:
    return {row.text: (row.x, row.y) for row in page.doc.rows(Note, "1 ORDER BY id")}


def move(page: BoardPage, to: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """The hand moves on with its button down, and a key perhaps."""
    at = QPointF(to)
    sent = QMouseEvent(
        QEvent.Type.MouseMove, at, page.canvas.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QApplication.sendEvent(page.canvas, sent)


def take(page: BoardPage, text: str) -> QPoint:
    start = spot(page, text)
    QTest.mousePress(page.canvas, LEFT, PLAIN, start)
    return start


def drop(page: BoardPage, at: QPoint) -> None:
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, at)


# into line


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_Left, {"one": (0, 0), "two": (0, 40), "three": (0, 90)}),
        (Qt.Key.Key_Right, {"one": (640, 0), "two": (640, 40), "three": (640, 90)}),
        (Qt.Key.Key_Up, {"one": (0, 0), "two": (250, 0), "three": (640, 0)}),
        (Qt.Key.Key_Down, {"one": (0, 90), "two": (250, 90), "three": (640, 90)}),
    ],
)
def test_alt_and_an_arrow_align(qtbot: QtBot, page: BoardPage, key: Qt.Key, after: dict) -> None:
    select(page, "one", "two", "three")
    qtbot.keyClick(page.canvas, key, ALT)
    assert where(page) == {**SPOTS, **after}
    take_back(page)
    assert where(page) == SPOTS


def test_alt_and_an_arrow_do_not_walk_where_nothing_can_be_aligned(qtbot: QtBot, page: BoardPage) -> None:
    select(page, "one")
    qtbot.keyClick(page.canvas, Qt.Key.Key_Right, ALT)
    assert page.canvas.selection == set(ids(page, "one"))
    assert where(page) == SPOTS


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("h", {"two": (320, 40)}),
        ("j", {"two": (250, 45)}),
        ("k", {"two": (192, 0), "three": (0, 168)}),
    ],
)
def test_keys_distribute_and_make_a_grid(qtbot: QtBot, page: BoardPage, key: str, after: dict) -> None:
    select(page, "one", "two", "three")
    qtbot.keyClick(page.canvas, key, CONTROL | SHIFT)
    places = where(page)
    assert {text: places[text] for text in after} == after
    assert places["four"] == SPOTS["four"]
    take_back(page)
    assert where(page) == SPOTS


def test_two_notes_cannot_be_distributed(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(page, "one", "two")
    assert not desk.commands.action("distribute.across").isEnabled()
    assert desk.commands.action("align.left").isEnabled()


def test_a_button_in_the_inspector_makes_a_stack(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(page, "two", "three", "one")
    row = page.inspector.findChild(ArrangeRow)
    words = {each.accessibleName(): each for each in row.findChildren(QToolButton)}
    assert len(words) == 10
    qtbot.mouseClick(words[desk.commands.rows["note.stack"].text], LEFT)
    places = where(page)
    assert [places[text] for text in ("one", "two", "three")] == [(0, 0), (24, 24), (48, 48)]
    assert note(page, "three").z > note(page, "two").z > note(page, "one").z
    assert page.canvas.hasFocus()
    take_back(page)
    assert where(page) == SPOTS


def test_any_way_is_found_by_its_name(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(page, "one", "two")
    desk.commands.run("find.action")
    palette = desk.findChild(Palette)
    qtbot.keyClicks(palette.field, "middles")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert note(page, "one").y == note(page, "two").y == 20


# the selection


def test_same_style(qtbot: QtBot, page: BoardPage) -> None:
    boards.restyle_notes(page.doc, ids(page, "two", "four"), "heart")
    select(page, "four")
    qtbot.keyClick(page.canvas, "a", CONTROL | SHIFT)
    assert page.canvas.selection == set(ids(page, "two", "four"))


def test_same_cluster(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    select(page, "four")
    assert not desk.commands.action("note.same_cluster").isEnabled()
    clustering.group_notes(page.doc, ids(page, "two", "four"), "pair")
    desk.commands.run("note.same_cluster")
    assert page.canvas.selection == set(ids(page, "two", "four"))


# clusters


def pressed_g(qtbot: QtBot, page: BoardPage) -> LetterList:
    qtbot.keyClick(page.canvas, "g")
    letter_list = QApplication.activePopupWidget()
    assert isinstance(letter_list, LetterList)
    return letter_list


@pytest.fixture
def clusters(page: BoardPage) -> tuple[int, int]:
    """A is "Calm" with one note, B is "Quick" with another."""
    a = clustering.group_notes(page.doc, ids(page, "one"), "Calm")
    b = clustering.group_notes(page.doc, ids(page, "three"), "Quick")
    page.canvas.sight.fit()
    assert a is not None
    assert b is not None
    return a, b


@pytest.mark.parametrize(("letter", "name"), [("a", "Calm"), ("b", "Quick")])
def test_g_and_a_letter_send_notes_to_a_cluster(
    qtbot: QtBot, desk: Desk, page: BoardPage, clusters: tuple[int, int], letter: str, name: str
) -> None:
    before = page.doc.rows(Note)
    select(page, "two", "four")
    qtbot.keyClick(pressed_g(qtbot, page), letter)
    cluster = page.doc.rows(Cluster, "name = ?", name)[0].id
    assert {note(page, text).cluster for text in ("two", "four")} == {cluster}
    assert name in desk.messages.last
    assert page.canvas.hasFocus()
    take_back(page)
    assert page.doc.rows(Note) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_G, Qt.Key.Key_Return])
def test_g_twice_or_enter_make_a_new_cluster(
    qtbot: QtBot, page: BoardPage, clusters: tuple[int, int], key: Qt.Key
) -> None:
    select(page, "two", "four")
    qtbot.keyClick(pressed_g(qtbot, page), key)
    qtbot.keyClicks(page.editor, "Third")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert [cluster.name for cluster in page.doc.rows(Cluster)] == ["Calm", "Quick", "Third"]


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, page: BoardPage, clusters: tuple[int, int]) -> None:
    before = page.doc.rows(Note)
    select(page, "two")
    asked = pressed_g(qtbot, page)
    qtbot.keyClick(asked, "x")
    assert asked.isVisible()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert page.doc.rows(Note) == before
    assert page.canvas.selection == set(ids(page, "two"))


def test_arrows_and_a_click_choose_a_cluster_too(
    qtbot: QtBot, page: BoardPage, clusters: tuple[int, int]
) -> None:
    select(page, "two")
    asked = pressed_g(qtbot, page)
    qtbot.keyClick(asked, Qt.Key.Key_Down)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert note(page, "two").cluster == clusters[0]
    select(page, "four")
    asked = pressed_g(qtbot, page)
    line = asked.list.visualItemRect(asked.list.item(2)).center()
    qtbot.mouseClick(asked.list.viewport(), LEFT, pos=line)
    assert note(page, "four").cluster == clusters[1]


def test_the_cluster_they_are_in_is_not_offered(
    qtbot: QtBot, page: BoardPage, clusters: tuple[int, int]
) -> None:
    select(page, "one")
    asked = pressed_g(qtbot, page)
    shown = [asked.list.item(row).text() for row in range(asked.list.count())]
    assert len(shown) == 2
    assert "Quick" in shown[1]
    asked.close()


def test_letters_leave_out_the_key_that_makes_a_new_one() -> None:
    new, *lines = cluster_lines([Cluster(n, 1, f"c{n}") for n in range(30, 0, -1)])
    letters = [each.letter for each in lines]
    assert (new.letter, new.value) == (NEW, None)
    assert NEW not in letters
    assert letters[:3] == ["A", "B", "C"]
    assert letters[24:] == ["Z", "", "", "", "", ""]
    assert lines[0].value == Cluster(1, 1, "c1")


def test_merge_keeps_the_larger_clusters_name(
    qtbot: QtBot, desk: Desk, page: BoardPage, clusters: tuple[int, int]
) -> None:
    clustering.join_cluster(page.doc, ids(page, "four"), clusters[1])
    page.canvas.sight.fit()
    select(page, "one")
    assert not desk.commands.action("note.merge").isEnabled()
    select(page, "one", "three")
    desk.commands.run("note.merge")
    assert [cluster.name for cluster in page.doc.rows(Cluster)] == ["Quick"]
    assert page.canvas.selection == set(ids(page, "one", "three", "four"))
    take_back(page)
    assert len(page.doc.rows(Cluster)) == 2
    assert len(page.model.clusters) == 2


def test_a_clusters_title_counts_its_dots(qtbot: QtBot, page: BoardPage, clusters: tuple[int, int]) -> None:
    titles = page.canvas._drawing.titles
    assert titles(clusters[0]) == ("Calm · 1", "Calm")
    select(page, "one")
    qtbot.keyClick(page.canvas, "+")
    assert titles(clusters[0]) == ("Calm · 1 · 1 dot", "Calm · 1", "Calm")
    clustering.join_cluster(page.doc, ids(page, "four"), clusters[0])
    boards.add_dots(page.doc, ids(page, "four"), 3)
    assert titles(clusters[0])[0] == "Calm · 2 · 4 dots"
    page.doc.undo()
    assert titles(clusters[0])[0] == "Calm · 2 · 1 dot"


# dragging


def test_a_dragged_note_snaps_and_shows_its_line(qtbot: QtBot, page: BoardPage) -> None:
    qtbot.keyClick(page.canvas, "1", CONTROL | SHIFT)
    start = take(page, "four")
    at = start + QPoint(250 - 130 + 4, 100)
    move(page, at)
    (guide,) = page.canvas._guides.shown
    assert (guide.upright, guide.at) == (True, 250)
    x, y = page.canvas.sight.camera.to_view(250, 250)
    picture = page.canvas.grab().toImage()
    ratio = picture.devicePixelRatio()
    ink = [picture.pixelColor(round((x + by) * ratio), round(y * ratio)) for by in (-1, 0, 1)]
    assert QColor(theme.LIGHT.accent) in ink
    drop(page, at)
    assert where(page)["four"] == (250, 520)
    assert page.canvas._guides.shown == ()
    take_back(page)
    assert where(page) == SPOTS


def test_with_alt_held_nothing_snaps(qtbot: QtBot, page: BoardPage) -> None:
    qtbot.keyClick(page.canvas, "1", CONTROL | SHIFT)
    start = take(page, "four")
    at = start + QPoint(250 - 130 + 4, 100)
    move(page, at)
    move(page, at, ALT)
    assert page.canvas._guides.shown == ()
    drop(page, at)
    assert where(page)["four"] == (254, 520)


def test_far_away_nothing_snaps(page: BoardPage) -> None:
    page.canvas.sight.zoom(0.25)
    start = take(page, "four")
    at = start + QPoint(31, 25)  # a unit off in pixels, many on the canvas
    move(page, at)
    assert page.canvas._guides.shown == ()
    drop(page, at)


def test_at_the_edge_the_paper_slides_under_the_hand(qtbot: QtBot, page: BoardPage) -> None:
    canvas = page.canvas
    before = canvas.sight.camera
    take(page, "four")
    at = QPoint(canvas.width() - 2, canvas.height() // 2)
    move(page, at)
    qtbot.waitUntil(lambda: canvas.sight.camera.x > before.x + 60)
    canvas_point = canvas.sight.camera.to_canvas(at.x(), at.y())
    shift = canvas._shift
    drop(page, at)
    assert where(page)["four"] == (130 + shift[0], 420 + shift[1])
    assert abs(where(page)["four"][0] + 90 - canvas_point[0]) <= 3
    rested = canvas.sight.camera
    assert not canvas._sliding.isActive()
    assert canvas.sight.camera == rested
    assert page.doc.undo()
    assert where(page) == SPOTS


def test_a_rubber_band_reaches_beyond_the_view(qtbot: QtBot, page: BoardPage) -> None:
    (far,) = boards.add_notes(page.doc, page.model.board.id, ["far"], "ideator", at=(100, 1500))
    canvas = page.canvas
    QTest.mousePress(canvas, LEFT, PLAIN, QPoint(canvas.width() // 2, canvas.height() // 2))
    move(page, QPoint(30, canvas.height() - 1))
    qtbot.waitUntil(lambda: far in canvas.selection)
    drop(page, QPoint(30, canvas.height() - 1))
    assert not canvas._sliding.isActive()
