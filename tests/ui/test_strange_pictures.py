"""A workshop from a stranger with a hundred pictures that are none: opened on desk, stage and paper, dropped
and printed, it draws no secret and runs nothing; what cannot be drawn is said in its place."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from pytestqt.qtbot import QtBot

from mission_desk.cli import main
from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import clicker, desk_position
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop
from mission_desk.posters.from_rows import board_poster
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.board.writing.clipboard_content import content_of
from mission_desk.ui.stage.stage_window import StageWindow
from tests.faults import strangers
from tests.faults.traps import Traps
from tests.ui.conftest import shown

TURNED_INTO_PNG = ("gif", "bmp", "tiff")  # on their way in; a workshop that holds them as they are draws none
LOUD = bytes((*reversed(strangers.LOUD), 255))  # as QImage keeps it
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")


@pytest.fixture
def traps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Traps:
    return Traps(tmp_path, monkeypatch)


@pytest.fixture
def doc(traps: Traps) -> Iterator[Document]:
    """Each stranger under the hash of its bytes, as a whole workshop has them."""
    made = start_workshop(traps.folder / "day.mission", method("find-our-mission"), "de")
    board = made.value("SELECT id FROM board WHERE key = 'think-big'")
    content = list(strangers.undrawable(traps.folder).values())
    for part in (content[:60], content[60:]):
        pictures.add_pictures(made, board, [Picture("png", 300, 200, each) for each in part], "ideator")
    desk_position.show_board(made, "think-big")
    agenda.open_step(made, next(each.id for each in agenda.steps(made) if each.board == "think-big"))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, doc: Document) -> BoardPage:
    board = shown(qtbot, doc).pages["board"]
    assert isinstance(board, BoardPage)
    return board


def is_loud(image: QImage) -> bool:
    pixels = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    at = pixels.find(LOUD)
    while at % 4 and at > 0:  # the end of one pixel and the beginning of the next
        at = pixels.find(LOUD, at + 1)
    return at >= 0


def test_there_are_enough_of_them_and_the_file_is_whole(traps: Traps, doc: Document) -> None:
    assert len(doc.rows(Note)) >= 90
    doc.close()
    assert checkup.check(traps.folder / "day.mission").is_sound


def test_the_desk_draws_no_secret_and_says_what_cannot_be_drawn(
    qtbot: QtBot, traps: Traps, page: BoardPage
) -> None:
    keys = {note.picture for note in page.doc.rows(Note)}
    page.canvas.sight.fit()
    page.canvas.grab()
    qtbot.waitUntil(lambda: all(page.pictures.copies.is_broken(key) for key in keys), timeout=60_000)
    assert not is_loud(page.canvas.grab().toImage())
    assert traps.sprung == []


def test_the_stage_draws_no_secret(qtbot: QtBot, traps: Traps, page: BoardPage) -> None:
    show = page.window().stage_control
    show.toggle()
    stage = show.window
    stage.resize(1280, 720)
    answered: set[str] = set()
    stage._pictures.came.connect(answered.add)
    list(leaves(page.doc, stage, 1))  # a picture is asked for when it is drawn the first time
    qtbot.waitUntil(lambda: answered >= {note.picture for note in page.doc.rows(Note)})
    assert not any(is_loud(image) for image in leaves(page.doc, stage, -1))
    assert traps.sprung == []
    stage.close()


def leaves(doc: Document, stage: StageWindow, way: int) -> Iterator[QImage]:
    """Each leaf of the stage as it is drawn, from the first to the last or back."""
    yield stage.grab().toImage()
    while stage.more if way > 0 else stage.leaf:
        clicker.turn(doc, way, more=True)
        yield stage.grab().toImage()


def test_a_poster_says_it_in_the_room_s_language(traps: Traps, doc: Document) -> None:
    made = poster_bytes(board_poster(doc, "think-big"), paper("A0", landscape=True))
    content = made[0] if isinstance(made, tuple) else made
    with pypdfium2.PdfDocument(content) as document:
        words = " ".join(document[0].get_textpage().get_text_bounded().split())
        drawn = document[0].render(scale=0.5).to_pil().convert("RGB")
    assert words.count("Dieses Bild lässt") >= 90
    assert strangers.LOUD not in {colour for _, colour in drawn.getcolors(1 << 24)}
    assert traps.sprung == []


def test_the_command_line_prints_it(traps: Traps, doc: Document) -> None:
    doc.close()
    arguments = ["print", "day.mission", "--poster", "board", "--board", "think-big", "-o", "board.pdf"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert traps.sprung == []


def drop(qtbot: QtBot, page: BoardPage, *files: Path) -> tuple[list[Picture], list[str]]:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, buttons, keys = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.pictures.intake.taken, timeout=90_000) as taken:
        page.canvas.event(QDropEvent(where, Qt.DropAction.CopyAction, source, buttons, keys))
    return taken.args[1], taken.args[2]


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".svg"])
def test_none_of_them_is_taken_as_it_is_under_any_name(
    qtbot: QtBot, traps: Traps, page: BoardPage, ending: str
) -> None:
    endless = strangers.endless_drawings()
    files = [traps.folder / f"{n}{ending}" for n in range(len(strangers.undrawable(traps.folder)))]
    for file, (name, content) in zip(files, strangers.undrawable(traps.folder).items(), strict=True):
        file.write_bytes(b"" if name in endless else content)
    taken, refused = drop(qtbot, page, *files)
    assert [picture.kind for picture in taken] == ["png"] * len(TURNED_INTO_PNG)
    assert len(refused) == len(files) - len(TURNED_INTO_PNG)
    assert traps.sprung == []


def test_a_whole_picture_is_taken_without_what_else_it_is(
    qtbot: QtBot, traps: Traps, page: BoardPage
) -> None:
    files = [traps.folder / f"{n}.gif" for n in range(len(strangers.polyglots()))]
    for file, content in zip(files, strangers.polyglots().values(), strict=True):
        file.write_bytes(content)
    taken, refused = drop(qtbot, page, *files)
    assert (len(taken), refused) == (len(files), [])
    for picture in taken:
        assert not any(word in picture.content for word in (b"%!PS", b"<svg", b"<html", b"SECRETMAKER"))


@POSIX
def test_pipes_devices_and_folders_never_hold_the_window(qtbot: QtBot, traps: Traps, page: BoardPage) -> None:
    folder = traps.folder / "strange"
    folder.mkdir()
    os.mkfifo(folder / "pipe.png")
    (folder / "folder.png").mkdir()
    targets = (
        "/dev/zero",
        "/dev/stdin",
        "/dev/tty",
        "/proc/self/environ",
        "/proc/kmsg",
        "/nowhere",
        "loop.png",
    )
    for name, target in zip("abcdef", targets, strict=False):
        (folder / f"{name}.png").symlink_to(target)
    (folder / "loop.png").symlink_to(folder / "loop.png")
    taken, refused = drop(qtbot, page, *sorted(folder.iterdir()))
    assert taken == []
    assert all("cannot be read" in each for each in refused)
    assert len(refused) == 9


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml", "image/bmp", "image/x-eps"])
def test_what_another_program_offers_is_never_decoded_by_qt(
    qtbot: QtBot, traps: Traps, page: BoardPage, kind: str
) -> None:
    """A clipboard may say PNG and hold a drawing that names a file."""
    source = QMimeData()
    named = strangers.drawings(traps.folder)["file path"]
    source.setData(kind, QByteArray(named))
    source.setData("application/x-qt-image", QByteArray(named))
    assert content_of(source).pictures == (named,)
    with qtbot.waitSignal(page.pictures.intake.taken, timeout=30_000) as taken:
        page.pictures.offer(content_of(source).pictures)
    assert taken.args[1] == []


def test_the_traps_would_be_seen() -> None:
    """A drawing in the loud colour is noticed."""
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(0)
    assert not is_loud(image)
    image.setPixel(QPoint(3, 4), 0xFFFF00FF)
    assert is_loud(image)
    assert BytesIO(strangers.postscript()).read(2) == b"%!"
