"""A piece of a web page gives its words and the pictures that it holds itself; nothing is ever fetched."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.exchange.pasted_page import read_page
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.board.writing.clipboard_content import content_of
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.pictures.picture_reading import png

FAR = '<img src="https://example.org/photos/shop.jpg" alt="">'
ADDRESS_ONLY = "Only the address of “shop.jpg” was copied, and nothing is fetched. It was not added."


def picture(width: int = 60, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 200))
    return image


def inline(width: int = 60, height: int = 40) -> str:
    """A picture that the page holds itself."""
    return f'<img src="data:image/png;base64,{base64.b64encode(png(picture(width, height))).decode()}">'


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


def copied(html: str, text: str | None = None, image: QImage | None = None) -> QMimeData:
    source = QMimeData()
    source.setHtml(html)
    if text is not None:
        source.setText(text)
    if image is not None:
        source.setImageData(image)
    return source


def paste(qtbot: QtBot, page: BoardPage, source: QMimeData, *, in_bar: bool) -> None:
    widget = page.bar.field if in_bar else page.canvas
    widget.setFocus()
    QGuiApplication.clipboard().setMimeData(source)
    with qtbot.waitSignal(page.pictures.intake.taken):
        qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def shown(page: BoardPage) -> list[str]:
    return ["picture" if note.picture else note.text for note in page.doc.rows(Note)]


@pytest.mark.parametrize("in_bar", [True, False])
def test_words_and_pictures_of_a_page_both_come(qtbot: QtBot, page: BoardPage, in_bar: bool) -> None:
    html = f"<ul><li>We listen</li><li>We stay</li></ul>{inline()}{FAR}{inline(1, 1)}"
    paste(qtbot, page, copied(html, "We listen\nWe stay\n"), in_bar=in_bar)
    assert shown(page) == ["picture"]
    assert page.place.messages.last.startswith(f"1 picture added. {ADDRESS_ONLY}")
    assert page.bar.pasted.sentence == "2 notes"
    QTest.keyClick(page.bar.pasted, Qt.Key.Key_Return)
    assert shown(page) == ["picture", "We listen", "We stay"]


@pytest.mark.parametrize("in_bar", [True, False])
def test_one_line_beside_a_picture_is_typed_and_the_picture_taken_once(
    qtbot: QtBot, page: BoardPage, in_bar: bool
) -> None:
    paste(qtbot, page, copied(f"<p>We <b>listen</b></p>{inline()}"), in_bar=in_bar)
    assert shown(page) == ["picture"]
    assert page.bar.field.toPlainText() == "We listen"


def test_a_picture_of_a_page_beside_its_address_is_taken_from_the_clipboard() -> None:
    source = copied(FAR, "https://example.org/photos/shop.jpg", picture())
    content = content_of(source)
    assert ([type(each) for each in content.pictures], content.words) == ([QImage], "")


def test_an_address_that_is_a_picture_is_one(qtbot: QtBot, page: BoardPage) -> None:
    source = QMimeData()
    source.setText(inline().removeprefix('<img src="').removesuffix('">'))
    paste(qtbot, page, source, in_bar=False)
    assert shown(page) == ["picture"]


def test_only_an_address_adds_nothing_and_is_no_note(qtbot: QtBot, page: BoardPage) -> None:
    paste(qtbot, page, copied(FAR, "https://example.org/photos/shop.jpg"), in_bar=False)
    assert shown(page) == []
    assert page.place.messages.last == ADDRESS_ONLY
    assert page.bar.field.toPlainText() == ""


def test_a_link_without_a_picture_is_a_note() -> None:
    link = "https://example.org/"
    assert content_of(copied(f'<a href="{link}">{link}</a>', link)).words == link


@pytest.mark.parametrize("address", ["file:///etc/passwd", "file:///C:/me.png", "cid:1", "//host/a.png"])
def test_no_file_of_the_machine_is_read_for_a_page(address: str) -> None:
    (named,) = read_page(f'<img src="{address}" alt="me">').pictures
    assert (named.name, named.content) == ("me", None)


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("data:image/png;base64,AAEC", b"\0\1\2"),
        ("data:image/png;base64,AAE", b"\0\1"),
        ("DATA:image/svg+xml;charset=utf-8,%3Csvg%2F%3E", b"<svg/>"),
        ("data:image/png;base64,A", b""),
    ],
)
def test_what_a_data_address_holds(address: str, content: bytes) -> None:
    (alone,) = read_page(f'<img src="{address}">').pictures
    assert alone.content == content


def test_words_of_a_page_are_its_blocks() -> None:
    html = (
        "<style>p {}</style><title>x</title><p>We\nlisten &amp; stay</p>"
        "<div>one<br>two</div><tr><td>a</td><td>b</td></tr>"
    )
    assert read_page(html).words == "We listen & stay\none\ntwo\na\tb"


def test_a_counting_dot_is_no_picture() -> None:
    assert read_page('<img src="https://example.org/dot.gif" width="1" height="1">').pictures == ()
