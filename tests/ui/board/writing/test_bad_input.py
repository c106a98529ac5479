"""What no note was made for: too much, too many, controls, directions, HTML and Markdown. It is kept as text
or refused in a sentence; nothing is loaded, nothing stands still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.paths import resource
from mission_desk.ui.board.canvas.note_face import face, needed_height
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from tests.ui.board.hands import CONTROL, board_page, press, select, texts

HTML = "<b>bold</b> <img src='file:///etc/passwd'> &amp; **strong** [x](http://example.org)"

SCRIPTS = [
    "電話をかけた人が安心して切れるように毎日丁寧に話す",
    "ผู้โทรทุกคนวางสายด้วยความสบายใจทุกครั้ง",
    "كل متصل يشعر بالهدوء بعد المكالمة",
    "हर कॉल करने वाला शांत होकर फ़ोन रखे",
    "🎉 Celebrate each customer's first sale 👩‍👩‍👧",
]


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    return board_page(desk, {"one": (0, 0), "two": (250, 40)})


def paste(page: BoardPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(page, "v", CONTROL)


def test_ten_thousand_lines_are_asked_about_once_and_are_one_step(page: BoardPage) -> None:
    paste(page, "\n".join(f"line {n}" for n in range(10_000)))
    assert page.bar.pasted.sentence == "10,000 notes"
    press(page, Qt.Key.Key_Return)
    assert len(page.model.notes) == 10_002
    assert page.doc.undo()
    assert texts(page) == ["one", "two"]


def test_more_lines_than_a_paste_holds_are_refused_in_a_sentence(desk: Desk, page: BoardPage) -> None:
    paste(page, "x\n" * 25_000)
    press(page, Qt.Key.Key_Return)
    assert "25,000" in desk.messages.last
    assert texts(page) == ["one", "two"]


@pytest.mark.parametrize("into", [(), ("one",)])
def test_a_line_of_a_hundred_thousand_characters_among_others(
    desk: Desk, page: BoardPage, into: tuple[str, ...]
) -> None:
    select(page, *into)
    paste(page, "short\n" + "x" * 100_000)
    press(page, Qt.Key.Key_Return)
    assert "100,000" in desk.messages.last
    assert texts(page) == ["one", "two"]


def test_a_hundred_thousand_characters_for_one_note(desk: Desk, page: BoardPage) -> None:
    select(page, "one")
    press(page, Qt.Key.Key_F2)
    paste(page, "x" * 100_000)
    assert "100,000" in desk.messages.last
    press(page, Qt.Key.Key_Escape)
    paste(page, "x" * 100_000)
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["one", "two"]


def test_controls_and_direction_overrides_leave_no_trace(page: BoardPage) -> None:
    select(page, "one")
    paste(page, "\x00a\x07b\u202ec\u202dd\ufffe\x1b[31m")
    press(page, Qt.Key.Key_Return)
    assert texts(page)[0] == "abcd\ufffe[31m"


def test_right_to_left_words_keep_what_they_need(page: BoardPage) -> None:
    words = "כל לקוח\u200f ⁦(A)⁩"
    boards.edit_note(page.doc, page.doc.rows(Note)[0].id, words)
    assert texts(page)[0] == words


def test_html_and_markdown_are_words(page: BoardPage) -> None:
    select(page, "one")
    paste(page, HTML)
    press(page, Qt.Key.Key_Return)
    assert texts(page)[0] == HTML
    assert face(HTML, 180, 400).text() == HTML
    shown = [each for each in page.inspector.findChildren(QLabel) if each.text() == HTML]
    assert shown
    assert {each.textFormat() for each in shown} == {Qt.TextFormat.PlainText}


def test_a_clusters_name_is_words_too(desk: Desk, page: BoardPage) -> None:
    cluster = clustering.group_notes(page.doc, list(page.model.notes), "<i>x</i>\u202e **y**")
    assert cluster is not None
    assert page.doc.row(Cluster, cluster).name == "<i>x</i> **y**"
    page.canvas.sight.fit()
    select(page, "one")
    assert any("<i>x</i> **y**" in each.text() for each in page.inspector.findChildren(QLabel))


def test_a_long_word_makes_no_panel_wider(page: BoardPage) -> None:
    boards.edit_note(page.doc, page.doc.rows(Note)[0].id, "w" * 2_000)
    page.canvas.select({page.doc.rows(Note)[0].id})
    QApplication.processEvents()
    assert page.inspector.minimumSizeHint().width() <= page.inspector.width()


@pytest.mark.parametrize("words", SCRIPTS)
def test_any_script_takes_the_largest_size_that_fits(words: str) -> None:
    latin = face("Every caller hangs up calmer than they dialled", 180, 156)
    assert face(words, 180, 156).font().pixelSize() >= latin.font().pixelSize()
    assert needed_height(words) == 156


@pytest.mark.parametrize("words", SCRIPTS)
def test_the_bundled_faces_have_every_letter(words: str) -> None:
    """So that it does not matter which others the machine has."""
    faces = [QRawFont(str(file), 16) for file in resource("fonts").glob("*.ttf")]
    marks = "\u200d"  # joins emoji and is never drawn
    lost = [each for each in words if not any(face.supportsCharacter(ord(each)) for face in faces)]
    assert not set(lost) - set(marks)
