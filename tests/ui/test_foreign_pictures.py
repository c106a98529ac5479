"""Pictures of kinds that no workshop holds come in upright, in their colours, and without a word of their
head; what is no picture is refused in words, and never becomes a note."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Note
from mission_desk.decoding.kinds import kind_of
from mission_desk.decoding.reader import decoded
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.pictures.picture_reading import read
from tests.ui.board.hands import board_page

RED, BLUE = (200, 30, 30), (20, 40, 200)
ORIENTATION, OWNER = 0x0112, 0x013B
NEAR = 12  # of 255: AVIF is lossy


def two_colours(mode: str = "RGB") -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (60, 40), RED)
    image.paste(BLUE, (0, 20, 60, 40))
    return image.convert(mode)


def saved(image: Image.Image, name: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def exif(turn: int) -> Image.Exif:
    made = Image.Exif()
    made[ORIENTATION], made[OWNER] = turn, "SECRETOWNER"
    return made


KINDS = {
    "gif": saved(two_colours().quantize(4), "GIF", comment=b"SECRETOWNER"),
    "bmp": saved(two_colours(), "BMP"),
    "tiff": saved(two_colours(), "TIFF", exif=exif(1)),
    "tiff packed": saved(two_colours(), "TIFF", compression="tiff_lzw"),
    "tiff cmyk": saved(two_colours("CMYK"), "TIFF"),
    "avif": saved(two_colours(), "AVIF", quality=95, exif=exif(1)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_they_are_taken_in_their_colours_and_without_a_word(kind: str) -> None:
    picture = read(KINDS[kind], "picture")
    assert (picture.kind, picture.width, picture.height) == ("png", 60, 40)
    assert b"SECRETOWNER" not in picture.content
    drawn = decoded(picture.content, (60, 40))
    assert drawn is not None
    assert_near(drawn, (30, 5), RED)
    assert_near(drawn, (30, 35), BLUE)


def assert_near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> None:
    pixel = image.convert("RGB").getpixel(at)
    assert isinstance(pixel, tuple)
    assert all(abs(a - b) <= NEAR for a, b in zip(pixel, colour, strict=True)), pixel


@pytest.mark.parametrize("name", ["TIFF", "AVIF"])
def test_a_turn_is_carried_out(name: str) -> None:
    picture = read(saved(two_colours(), name, exif=exif(6)), "turned")
    assert (picture.width, picture.height) == (40, 60)
    drawn = decoded(picture.content, (60, 60))
    assert drawn is not None
    assert_near(drawn, (35, 30), RED)
    assert_near(drawn, (5, 30), BLUE)


def test_what_is_clear_stays_clear() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    for name in ("GIF", "TIFF", "AVIF"):
        drawn = decoded(read(saved(clear, name), "clear").content, (20, 20))
        assert drawn is not None
        assert drawn.getpixel((10, 10))[3] == 0, name


def test_a_photo_comes_as_a_light_jpeg() -> None:
    noise = Image.effect_noise((1400, 1100), 90).convert("RGB")
    picture = read(saved(noise, "BMP"), "photo")
    assert (picture.kind, picture.width, picture.height) == ("jpeg", 1400, 1100)


@pytest.mark.parametrize("side", [8_000, 20_000])
def test_too_many_pixels_are_refused_before_they_are_decoded(side: int) -> None:
    """It breaks off behind its head: whoever decoded it would call it damaged."""
    gif = KINDS["gif"]
    wide = gif[:6] + side.to_bytes(2, "little") * 2 + gif[10 : len(gif) - 40]
    with pytest.raises(KnownError, match=f"{side * side // 1_000_000} million pixels"):
        read(wide, "wide")


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_breaks_off_is_refused_in_words(kind: str) -> None:
    content = KINDS[kind]
    for share in (3, 2):
        with pytest.raises(KnownError, match="was not added"):
            read(content[: len(content) // share], "half")


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


def dropped(qtbot: QtBot, page: BoardPage, *files: Path) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    source.setText("\n".join(str(file) for file in files))  # as some file managers do
    where, left, none = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.pictures.intake.taken):
        page.canvas.event(QDropEvent(where, Qt.DropAction.CopyAction, source, left, none))


def test_a_mixed_drop_says_what_was_taken_and_no_path_becomes_a_note(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    page = board_page(desk, {})
    contents = {
        "a.gif": KINDS["gif"],
        "b.heic": HEIC,
        "c.pdf": b"%PDF-1.7",
        "d.avif": KINDS["avif"],
        "e": b"x",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    dropped(qtbot, page, *(tmp_path / name for name in contents))
    assert [(note.text, bool(note.picture)) for note in page.doc.rows(Note)] == [("", True)] * 2
    message = page.place.messages.last
    assert message.startswith("2 pictures added. “b.heic” is no picture that can be taken")
    assert "2 others were not added" in message
    dropped(qtbot, page, tmp_path / "c.pdf")
    assert len(page.doc.rows(Note)) == 2
    assert "“c.pdf” is no picture" in page.place.messages.last


def test_a_workshop_holds_no_kind_but_three() -> None:
    assert {kind_of(read(content, "any").content) for content in KINDS.values()} <= {"png", "jpeg", "webp"}
