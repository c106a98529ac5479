"""Pictures come to the board by paste and drop, are drawn, and what cannot be taken is said in one
sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards, clustering, covering, pictures, places
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.decoding.kinds import BYTE_LIMIT
from mission_desk.ui.board.list.list_columns import Column
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.board.writing.clipboard_content import Content, content_of
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.pictures.drawing_process import drawn
from mission_desk.ui.parts.pictures.picture_reading import png, read, read_file, scaled

BLUE = QColor(10, 20, 200)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle r="9"/></svg>'


def blue(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    return image


def promised(width: int, height: int) -> bytes:
    """A PNG that claims to be this large and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    """Its step is open: the stage shows nothing else."""
    agenda.open_step(desk.doc, next(s.id for s in agenda.steps(desk.doc) if s.board == "think-big"))
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    names = ["a.png", "b.jpg", "c.webp"]
    for name in names:
        assert blue(300, 200).save(str(tmp_path / name))
    (tmp_path / "d.svg").write_text(DRAWING)
    return [tmp_path / name for name in (*names, "d.svg")]


def offered(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(qtbot: QtBot, page: BoardPage, source: QMimeData, x: int, y: int) -> None:
    event = QDropEvent(
        QPointF(x, y),
        Qt.DropAction.CopyAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.pictures.intake.taken, timeout=20_000):
        page.canvas.event(event)


def test_files_that_are_dropped_hang_where_they_fell(
    qtbot: QtBot, page: BoardPage, files: list[Path]
) -> None:
    drop(qtbot, page, offered(*files), 500, 300)
    notes = page.doc.rows(Note)
    assert [(note.style, note.sized, note.text) for note in notes] == [("ideator", 1, "")] * 4
    assert (notes[0].x, notes[0].y) == tuple(round(v) for v in page.canvas.sight.camera.to_canvas(500, 300))
    assert page.canvas.selection == {note.id for note in notes}
    kinds = [pictures.picture(page.doc, note.picture).kind for note in notes]
    assert kinds == ["png", "jpeg", "webp", "png"]
    page.doc.undo()
    assert page.doc.rows(Note) == []


def test_a_picture_is_drawn_sharp_when_its_copy_has_come(
    qtbot: QtBot, page: BoardPage, files: list[Path]
) -> None:
    drop(qtbot, page, offered(files[0]), 400, 250)
    (note,) = page.doc.rows(Note)
    page.canvas.select(frozenset())
    middle = page.canvas.sight.note_view_box(note).center().toPoint()

    def is_blue() -> bool:
        colour = page.canvas.grab().toImage().pixelColor(middle * page.canvas.devicePixelRatioF())
        return abs(colour.blue() - BLUE.blue()) < 12 and colour.red() < 30

    qtbot.waitUntil(is_blue)


def test_a_picture_is_pasted_from_the_bar_and_from_the_canvas(qtbot: QtBot, page: BoardPage) -> None:
    for widget in (page.bar.field, page.canvas):
        widget.setFocus()
        QGuiApplication.clipboard().setImage(blue(60, 60))
        with qtbot.waitSignal(page.pictures.intake.taken):
            qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [bool(note.picture) for note in page.doc.rows(Note)] == [True, True]
    assert int(page.doc.value("SELECT count(*) FROM picture")) == 1


def test_a_text_that_is_dropped_becomes_notes(page: BoardPage) -> None:
    source = QMimeData()
    source.setText("one\n- two")
    page.canvas.dropped.emit(source, 0, 0)
    assert page.bar.pasted.sentence == "2 notes"
    QTest.keyClick(page.bar.pasted, Qt.Key.Key_Return)
    assert [note.text for note in page.doc.rows(Note)] == ["one", "two"]


def test_cells_of_a_spreadsheet_stay_text(page: BoardPage) -> None:
    source = QMimeData()
    source.setImageData(blue(5, 5))
    source.setText("one\ttwo")
    assert content_of(source) == Content((), "one\ttwo")


def test_what_is_refused_is_said_and_the_rest_is_taken(
    qtbot: QtBot, page: BoardPage, files: list[Path]
) -> None:
    bad = files[0].with_name("bad.png")
    bad.write_bytes(b"no picture")
    drop(qtbot, page, offered(bad, files[0]), 400, 250)
    assert len(page.doc.rows(Note)) == 1
    assert page.place.messages.last.startswith("1 picture added. “bad.png” is no picture")
    assert "Nothing was added" not in page.place.messages.last


@pytest.mark.parametrize(("bad", "sentence"), [(1, ""), (2, "1 other was"), (9, "8 others were")])
def test_of_many_that_are_refused_the_number_is_said(
    qtbot: QtBot, page: BoardPage, files: list[Path], bad: int, sentence: str
) -> None:
    paths = [files[0].with_name(f"bad{number}.png") for number in range(bad)]
    for path in paths:
        path.write_bytes(b"no picture")
    drop(qtbot, page, offered(*paths, files[0]), 400, 250)
    assert "1 picture added. “bad0.png” is no picture" in page.place.messages.last
    assert sentence in page.place.messages.last
    assert ("not added either" in page.place.messages.last) == (bad > 1)


def test_a_picture_of_400_megapixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="400 million pixels; a picture may have 50"):
        read(promised(20_000, 20_000), "huge.png")


def test_a_heavy_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    heavy = tmp_path / "heavy.png"
    with heavy.open("wb") as file:
        file.truncate(BYTE_LIMIT + 1_000_000)
    with pytest.raises(KnownError, match="has 21 MB; a picture may have 20"):
        read_file(heavy)
    with pytest.raises(KnownError, match="cannot be read"):
        read_file(tmp_path / "missing.png")


def test_a_picture_that_breaks_off_is_refused() -> None:
    content = png(blue(400, 400).convertToFormat(QImage.Format.Format_ARGB32))
    with pytest.raises(KnownError, match="is damaged"):
        read(content[: len(content) // 2], "half.png")


def test_a_copy_is_no_larger_than_asked_for() -> None:
    assert scaled(png(blue(600, 300)), 96).size().toTuple() == (96, 48)
    assert scaled(png(blue(60, 30)), 96).size().toTuple() == (60, 30)


def test_a_drawing_that_takes_too_long_is_ended() -> None:
    with pytest.raises(KnownError, match="cannot be drawn"):
        drawn(DRAWING.encode(), seconds=0.001)


def test_the_stage_shows_the_picture_and_a_covered_one_never(
    qtbot: QtBot, page: BoardPage, files: list[Path]
) -> None:
    drop(qtbot, page, offered(files[0]), 400, 250)
    (note,) = page.doc.rows(Note)
    show = page.window().stage_control
    show.toggle()
    stage = show.window
    stage.resize(1280, 720)

    def share_of_blue() -> float:
        image = stage.grab().toImage().scaled(160, 90)
        colours = [image.pixelColor(x, y) for x in range(160) for y in range(90)]
        return sum(c.blue() > 150 and c.red() < 60 for c in colours) / len(colours)

    qtbot.waitUntil(lambda: share_of_blue() > 0.005)
    covering.cover_notes(page.doc, [note.id])
    assert share_of_blue() == 0
    assert note.picture not in repr(show.current_slide())
    stage.close()


@pytest.fixture
def hung(qtbot: QtBot, page: BoardPage, files: list[Path]) -> Note:
    """One picture on the board, selected, the keys on the canvas."""
    drop(qtbot, page, offered(files[0]), 400, 250)
    page.canvas.setFocus()
    return page.doc.rows(Note)[0]


def texts(page: BoardPage) -> list[str]:
    return [note.text for note in page.doc.rows(Note)]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_a_picture_is_pasted_into_the_cluster_one_is_in(qtbot: QtBot, page: BoardPage) -> None:
    ids = boards.add_notes(page.doc, page.model.board.id, ["a", "b"], "ideator")
    cluster = clustering.group_notes(page.doc, ids, "Calm")
    page.canvas.select({ids[0]})
    page.canvas.setFocus()
    QGuiApplication.clipboard().setImage(blue(60, 60))
    with qtbot.waitSignal(page.pictures.intake.taken):
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (hung,) = (note for note in page.doc.rows(Note) if note.picture)
    assert hung.cluster == cluster
    boxes = [places.box_of(note) for note in page.doc.rows(Note)]
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_words_are_written_under_a_picture_where_it_hangs(page: BoardPage, hung: Note, key: Qt.Key) -> None:
    press(key)
    whole, field = page.canvas.sight.note_view_box(hung), page.editor.geometry()
    assert page.editor.isVisible()
    assert field.top() > whole.center().y()  # the picture is seen while one writes
    assert page.canvas.hidden_note is None
    QTest.keyClicks(page.editor, "our first shop")
    press(Qt.Key.Key_Return)
    row = page.doc.row(Note, hung.id)
    assert (row.text, row.h, row.w) == ("our first shop", hung.h, hung.w)
    assert page.inspector.caption_field.text() == "our first shop"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.doc.rows(Note) == [hung]
    assert page.inspector.caption_field.text() == ""


def test_words_under_a_picture_are_taken_away_and_the_picture_stays(page: BoardPage, hung: Note) -> None:
    pictures.caption_picture(page.doc, hung.id, "old")
    press(Qt.Key.Key_F2)
    page.editor.clear()
    press(Qt.Key.Key_Return)
    assert texts(page) == [""]


def test_words_of_many_lines_under_a_picture_become_one(page: BoardPage, hung: Note) -> None:
    long = "\n".join(["word"] * 60)
    pictures.caption_picture(page.doc, hung.id, long)
    row = page.doc.row(Note, hung.id)
    assert (row.text, row.h) == (" ".join(["word"] * 60), hung.h)


def test_words_under_a_picture_are_written_in_the_panel(qtbot: QtBot, page: BoardPage, hung: Note) -> None:
    field = page.inspector.caption_field
    field.setFocus()
    QTest.keyClicks(field, "our")
    field.hand_on()  # typing pauses
    QTest.keyClicks(field, " shop")
    press(Qt.Key.Key_Return)
    assert texts(page) == ["our shop"]
    assert field.hasFocus()  # the panel was not built anew under the hand
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(page) == [""]  # one step, however often typing paused
    assert field.text() == ""


def test_half_typed_words_stay_while_the_note_changes(qtbot: QtBot, page: BoardPage, hung: Note) -> None:
    field = page.inspector.caption_field
    field.setFocus()
    QTest.keyClicks(field, "our shop")
    boards.add_dots(page.doc, [hung.id], 1)
    again = page.inspector.caption_field
    assert again is not field
    assert again.hasFocus()
    assert (again.text(), texts(page)) == ("our shop", [""])
    qtbot.waitUntil(lambda: texts(page) == ["our shop"])


def test_pictures_are_named_where_notes_are_lines(page: BoardPage, hung: Note) -> None:
    boards.add_notes(page.doc, page.model.board.id, ["words"], "ideator")
    pictures.caption_picture(page.doc, hung.id, "our shop #north")
    page.place.commands.run("note.all")
    texts = [each.text() for each in page.inspector.findChildren(QLabel)]
    assert {"Picture: our shop #north", "words"} <= set(texts)
    assert "" not in texts
    page.place.commands.run("board.list")
    rows = page.canvas_or_list.list.rows
    cells = {rows.data(rows.index(row, Column.TEXT)) for row in range(rows.rowCount())}
    assert cells == {"Picture: our shop #north", "words"}
    pictures.caption_picture(page.doc, hung.id, "")
    assert "Picture" in {rows.data(rows.index(row, Column.TEXT)) for row in range(rows.rowCount())}


def test_words_under_a_picture_are_written_in_the_list(page: BoardPage, hung: Note) -> None:
    page.place.commands.run("board.list")
    page.canvas.select({hung.id})
    press(Qt.Key.Key_F2)
    assert page.editor.isVisible()
    QTest.keyClicks(page.editor, "in the list")
    press(Qt.Key.Key_Return)
    assert texts(page) == ["in the list"]


def test_words_under_a_picture_reach_the_stage_and_hide_with_it(page: BoardPage, hung: Note) -> None:
    pictures.caption_picture(page.doc, hung.id, "our shop")
    show = page.window().stage_control
    show.toggle()
    assert "our shop" in repr(show.current_slide())
    covering.cover_notes(page.doc, [hung.id])
    assert "our shop" not in repr(show.current_slide())
    show.window.close()


def test_the_panel_says_that_it_is_a_picture_and_how_large(
    qtbot: QtBot, page: BoardPage, files: list[Path]
) -> None:
    drop(qtbot, page, offered(files[0]), 400, 250)
    assert "Picture, 300 × 200 pixels" in [each.text() for each in page.inspector.findChildren(QLabel)]
