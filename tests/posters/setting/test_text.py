"""Whatever people write is printed, can be copied and searched, and is data: nothing crashes or vanishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mission_desk.posters.contents import BoardPoster, Poster, ResultPoster, ResultRow, StatementPoster
from mission_desk.posters.pdf.bidi_order import is_right_to_left, levels, visual_order
from mission_desk.posters.pdf.clean_text import LOST, clean, one_line
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.breaks import Parting, chunks, line_text
from mission_desk.posters.setting.headline import HeadlineStyle, fit_headline
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes, write_poster
from tests.posters.reading import drawn, letters, note, share_of, statement, words

ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\ud800\udfff\n\r\t\u2028\u202e\u200d\ufe0f\u00ad\u200b<&>{}\\()%👩🏽\u0301אبहिก你♥☎"
        ),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    "text",
    [
        "We answer before they have to ask.",
        "<b>bold</b> & <img src='x'> {name} 100 % (yes)",
        "Κάνουμε κάθε πελάτη να νιώθει ότι τον ακούμε.",
        "Мы отвечаем первыми.",
        "Größe zählt: Straße, Ärger, Übung.",
    ],
)
def test_text_can_be_copied(text: str) -> None:
    assert words(poster_bytes(statement(text), paper("A4"))).count(text) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("नमस्ते ग्राहक की बात", "ग्राहक"),
        ("เรารับฟังลูกค้าทุกคน", "ลูกค้า"),
        ("נעזור לכל לקוח", "לקוח"),
        ("お客様の声を毎週みんなで読む。Nobody waits", "毎週"),
    ],
)
def test_other_scripts_are_written_in_full(text: str, word: str, tmp_path: Path) -> None:
    printed = write_poster(tmp_path / "p.pdf", statement(text), paper("A4"))
    assert printed.missing == ()
    assert letters(word) in letters(words((tmp_path / "p.pdf").read_bytes()))


def test_arabic_is_shaped_and_starts_on_the_right(tmp_path: Path) -> None:
    # Read by picture: pdfium gives Arabic text back with stray spaces.
    arabic = drawn(statement("نجعل كل عميل يشعر", look="paper", names=(), squares=()), paper("A4"))
    left, right = (arabic.crop((x, 120, x + 60, 700)) for x in (50, arabic.width - 110))
    assert share_of(right, (28, 33, 39), 60) > share_of(left, (28, 33, 39), 60)
    line = shape(stack("NotoSerifDisplay-SemiBold"), "عميل", True)
    assert {run.face.name for run in line.runs} == {"NotoSansArabic-Bold"}


def test_emoji_are_drawn_in_colour() -> None:
    with_heart = drawn(statement("Thanks 💛", look="paper", squares=()), paper("A4"))
    assert share_of(with_heart, (253, 203, 88), 12) > 0.001


def test_what_no_font_has_is_reported_and_seen(tmp_path: Path) -> None:
    poster = statement("We say 안녕 to all", team="龥", look="paper")
    printed = write_poster(tmp_path / "p.pdf", poster, paper("A4"))
    assert printed.missing == ("龥", "녕", "안")
    without = drawn(statement("We say  to all", look="paper"), paper("A4"))
    assert drawn(poster, paper("A4")).tobytes() != without.tobytes()
    assert shape(stack("NotoSerifDisplay-SemiBold"), "안").ink_right > 0.3


def test_control_characters_leave_a_mark() -> None:
    assert clean("a\x00b\ud800c\r\nd\u2028e\tf") == f"a{LOST}b{LOST}c\nd\ne f"
    assert one_line("a \n b\u00a0c") == "a b\u00a0c"
    assert LOST in words(poster_bytes(statement("NUL \x00 here"), paper("A4")))


def test_a_forced_line_break_is_kept() -> None:
    parted = chunks("Be kind.\nFix it.", "en")
    assert [chunk.end.name for chunk in parted] == ["PLAIN", "LINE", "PLAIN", "PLAIN"]


def test_a_german_compound_is_parted_between_syllables() -> None:
    parts = [chunk.visible for chunk in chunks("Kundenzufriedenheitsrückmeldung", "de", Parting.SYLLABLES)]
    assert "".join(parts) == "Kundenzufriedenheitsrückmeldung"
    assert {"heits", "rück"} <= set(parts)


def test_a_long_word_does_not_make_everything_small() -> None:
    style = HeadlineStyle(stack("NotoSerifDisplay-SemiBold"), 1.1, 0)
    box = Area(0, 0, 500, 500)
    word = "Kundenzufriedenheitsrückmeldung"
    made = fit_headline(style, f"Wir sorgen für jede {word}.", "de", box, 500)
    assert any(line.text.endswith("-") for line in made.lines)
    assert made.size * shape(style.stack, word).ink_width() > 1.18 * box.w
    short = fit_headline(style, "Wir sorgen für jede Kundenfrage.", "de", box, 500)
    assert not any(line.text.endswith("-") for line in short.lines)


def test_soft_hyphens_are_places_to_part() -> None:
    parts = chunks("Kunden\u00adzufriedenheit", "en")
    assert [line_text([part]) for part in parts] == ["Kunden-", "zufriedenheit"]


def test_lines_do_not_start_with_a_dash() -> None:
    assert [chunk.text for chunk in chunks("heard — and e-mail 24/7", "en")] == [
        "heard — ",
        "and ",
        "e-mail ",
        "24/7",
    ]


def test_runs_are_put_in_visual_order() -> None:
    assert visual_order([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert levels("abc", False) == [0, 0, 0]
    assert is_right_to_left("12 שלום abc")
    assert not is_right_to_left("abc שלום")


@pytest.mark.parametrize("odd", ["\U0003134b", "\u2067", "\u2066\u2069", "\u202e", "\u061c"])
def test_odd_characters_do_not_stop_right_to_left_text(odd: str) -> None:
    assert len(levels(f"של{odd}ום abc", True)) == 8 + len(odd)


@given(text=ODD)
def test_cleaning_keeps_every_visible_letter(text: str) -> None:
    assert letters(clean(text)) == letters(text)


@given(text=ODD, parting=st.sampled_from(Parting))
def test_breaking_loses_no_letter(text: str, parting: Parting) -> None:
    broken = "".join(chunk.text for chunk in chunks(clean(text), "en", parting))
    assert letters(broken) == letters(text)


@settings(max_examples=60)
@given(text=ODD)
def test_any_text_prints(text: str) -> None:
    for poster in (_statement(text), _board(text), _result(text)):
        assert poster_bytes(poster, paper("A4")).startswith(b"%PDF")


def _statement(text: str) -> Poster:
    return StatementPoster(f"x{text}", text, text, text, (text, text), ("heart",), "sun")


def _board(text: str) -> Poster:
    return BoardPoster(text, text, text, notes=(note(text, 0, 0), note(text, 900, 900)))


def _result(text: str) -> Poster:
    return ResultPoster(text, (ResultRow(text, text, 1, 2, True),), text, text)
