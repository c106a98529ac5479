"""The statement poster: all of its words, in each look, from two words to four hundred characters."""

from __future__ import annotations

import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.contents import LOOKS, Look
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import STATEMENT, drawn, share_of, statement, words

GROUNDS = {"accent": (15, 94, 99), "paper": (250, 248, 244), "ink": (28, 33, 39), "sun": (255, 217, 94)}
LONG = (
    "Together we take care of every traveller from the first question to the safe way home: we listen, "
    "we answer in plain words, we keep our promises, and we leave every person feeling that somebody truly "
    "looked after them. We ask when we do not know, we say so when we were wrong, and we come back with a "
    "better answer before anybody has to ask us twice, on the good days and on the bad ones alike."
)


def test_everything_is_on_it() -> None:
    text = words(poster_bytes(statement(), paper("A4")))
    for part in (STATEMENT, "OUR MISSION", "Northwind Support", "Lisbon, 14 May 2026", "Björn\u00a0Ødegård"):
        assert part in text.replace("Björn Ødegård", "Björn\u00a0Ødegård")


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_has_its_ground(look: Look) -> None:
    assert share_of(drawn(statement(look=look), paper("A4")), GROUNDS[look]) > 0.6


@pytest.mark.parametrize("look", LOOKS)
def test_the_ink_saver_prints_on_white_with_the_same_words(look: Look) -> None:
    poster = statement(look=look, ink_saver=True)
    assert share_of(drawn(poster, paper("A4")), (255, 255, 255)) > 0.6
    coloured = statement(look=look)
    assert words(poster_bytes(poster, paper("A4"))) == words(poster_bytes(coloured, paper("A4")))


@pytest.mark.parametrize("empty", ["", "  \n ", "\u200b"])
def test_an_empty_statement_is_refused(empty: str) -> None:
    with pytest.raises(KnownError, match="no statement to print yet"):
        poster_bytes(statement(empty), paper("A4"))


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("text", ["Listen.", "Be kind. Fix it.", LONG, "a" * 300, "word " * 2000])
def test_any_length_fits_on_the_page(text: str, landscape: bool) -> None:
    content = poster_bytes(statement(text, look="paper"), paper("A4", landscape))
    printed = "".join(words(content).replace("-", "").split())
    assert "".join(text.split()) in printed


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("vision", ["Every shop closes on time.", LONG])
def test_a_vision_stands_whole_below_the_mission(vision: str, landscape: bool) -> None:
    poster = statement(LONG, vision=vision, vision_eyebrow="Our vision")
    printed = "".join(words(poster_bytes(poster, paper("A4", landscape))).replace("-", "").split())
    assert printed.index("".join(LONG.split())) < printed.index("OURVISION")
    assert printed.count("".join(vision.split())) == 1 + (vision == LONG)


def test_nothing_reaches_the_edge_of_the_page() -> None:
    for text in ("Listen.", LONG, "“We” said: „Wir“!"):
        image = drawn(statement(text, look="paper"), paper("A4"))
        edge = [
            image.crop(box)
            for box in ((0, 0, 18, 842), (577, 0, 595, 842), (0, 0, 595, 30), (0, 812, 595, 842))
        ]
        assert all(share_of(part, GROUNDS["paper"]) == 1 for part in edge)


def test_a_square_for_each_note_in_its_colour() -> None:
    image = drawn(statement(look="ink", squares=("heart",) * 30), paper("A4"), 2)
    assert share_of(image, (255, 180, 168)) > 0.004
    assert share_of(drawn(statement(look="ink", squares=()), paper("A4"), 2), (255, 180, 168)) == 0


def test_a_hundred_names_all_stand_there() -> None:
    names = tuple(f"Person {number}" for number in range(100))
    text = words(poster_bytes(statement(names=names), paper("A3"))).replace("\u00a0", " ")
    assert all(f"Person {number}" in text for number in range(100))


def test_the_statement_alone_is_enough() -> None:
    bare = statement(eyebrow="", team="", event="", names=(), squares=())
    assert words(poster_bytes(bare, paper("Letter", True))) == STATEMENT
