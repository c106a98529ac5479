"""A method's file: every field has its bounds, what is wrong is named, and what is written is read again."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from mission_desk.core.agenda.method import USUAL_BOXES, MethodBoard, MethodRegion
from mission_desk.core.agenda.method_file import BadMethodError, read_method, written_method
from mission_desk.core.agenda.methods import shipped_boards, shipped_methods
from mission_desk.paths import resource

Table = dict[str, object]
WORDS = {"en": "Words", "de": "Worte"}


def words(text: str = "Words") -> Table:
    return {"en": text}


def region(**fields: object) -> Table:
    return {"key": "r", "title": words(), "hint": words(), **fields}


def board(**fields: object) -> Table:
    return {"key": "b", "style": "heart", "title": words(), "prompt": words(), "region": [], **fields}


def step(**fields: object) -> Table:
    usual = {"title": words(), "prompt": words(), "note": words(), "page": "scene", "board": ""}
    return {"key": "s", "minutes": 5, "lead": [], "capture": "everybody", **usual, **fields}


def method(*, steps: object = None, boards: object = (), own: object = (), **fields: object) -> str:
    table = {
        "key": "mine", "rank": 1, "title": words(), "blurb": words(), "boards": list(boards),  # type: ignore[call-overload]
        "step": [step()] if steps is None else steps, "board": list(own), **fields,  # type: ignore[call-overload]
    }  # fmt: skip
    return "\n".join(f"{key} = {toml(value)}" for key, value in table.items())


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def regions(*each: Table) -> str:
    return method(own=[board(region=list(each))], boards=["b"])


FITS: list[tuple[str, str, str]] = [
    # What fits exactly, what is one too much, and what is said then.
    (method(rank=0), method(rank=-1), "“rank” is missing"),
    (method(rank=10_000), method(rank=10_001), "“rank” is missing"),
    (method(steps=[step(minutes=0)]), method(steps=[step(minutes=-1)]), "“minutes” in step 1"),
    (method(steps=[step(minutes=600)]), method(steps=[step(minutes=601)]), "“minutes” in step 1"),
    (method(steps=[step()] * 100), method(steps=[step()] * 101), "“step” is missing"),
    (method(steps=[step()]), method(steps=[]), "no steps"),
    (
        method(boards=["b"] * 60, own=[board()]),
        method(boards=["b"] * 61, own=[board()]),
        "“boards” is missing",
    ),
    (method(title=words("x" * 4_000)), method(title=words("x" * 4_001)), "“title” is missing"),
    (method(title={"de": "x"}), method(title={"xx": "x"}), "“title” is missing"),
    (method(title=WORDS), method(title={"en": 1}), "“title” is missing"),
    (method(key="a" * 60), method(key="a" * 61), "“key” is missing"),
    (method(key="0-a"), method(key="-a"), "“key” is missing"),
    (method(key="a"), method(key=1), "“key” is missing"),
    (method(steps=[step(lead=["heart"])]), method(steps=[step(lead=["boss"])]), "“lead” in step 1"),
    (method(steps=[step(lead=[])]), method(steps=[step(lead="heart")]), "“lead” in step 1"),
    (method(steps=[step(lead=["heart", "analyst"])]), method(steps=[step(lead=[1])]), "“lead” in step 1"),
    (method(steps=[step(), step()]), method(steps=[step(), step(page="lava")]), "“page” in step 2"),
    (method(steps=[step(page="vote")]), method(steps=[step(page=1)]), "“page” in step 1"),
    (
        method(steps=[step(board="b")], boards=["b"], own=[board()]),
        method(steps=[step(board="b")]),
        "“board” in step 1",
    ),
    (method(boards=["b"], own=[board()]), method(boards=["b"]), "a board that there is not: “b”"),
    (method(boards=["gut"]), method(boards=[7]), "a board that there is not: “7”"),
    (method(own=[board(style="heart")]), method(own=[board(style="lava")]), "“style” in board 1"),
    (
        method(own=[board(background="lines")]),
        method(own=[board(background="lava")]),
        "“background” in board 1",
    ),
    (
        regions(region(box=[100_000, -100_000, 1, 1])),
        regions(region(box=[100_001, 0, 1, 1])),
        "“box” in board 1",
    ),
    (regions(region(box=[0, 0, 1, 1])), regions(region(box=[0, -100_001, 1, 1])), "“box” in board 1"),
    (regions(region(box=[0, 0, 5, 1])), regions(region(box=[0, 0, 5, 0])), "“box” in board 1"),
    (regions(region(box=[0, 0, 1, 5])), regions(region(box=[0, 0, 0, 5])), "“box” in board 1"),
    (regions(region(box=[])), regions(region(box=[0, 0, 1])), "“box” in board 1"),
    (regions(region()), regions(region(box="wide")), "“box” in board 1"),
    (regions(*[region()] * 5), regions(*[region()] * 6), "“box” in board 1"),
    (
        regions(*[region(box=[0, 0, 1, 1])] * 12),
        regions(*[region(box=[0, 0, 1, 1])] * 13),
        "“region” is missing",
    ),
]


@pytest.mark.parametrize(("good", "bad", "complaint"), FITS)
def test_what_fits_is_read_and_one_step_further_is_said(good: str, bad: str, complaint: str) -> None:
    assert read_method(good, shipped_boards()).key
    with pytest.raises(BadMethodError, match=complaint):
        read_method(bad, shipped_boards())


@pytest.mark.parametrize("text", ["key = ", "[", "a = " + "[" * 5_000, "n = " + "9" * 5_000])
def test_what_is_no_toml_is_one_sentence(text: str) -> None:
    with pytest.raises(BadMethodError, match="not written as TOML"):
        read_method(text, {})


def test_a_language_that_is_left_out_gets_the_words_of_the_first() -> None:
    read = read_method(method(title={"de": "Worte"}, blurb=WORDS), {})
    assert read.title == {"en": "Worte", "de": "Worte"}
    assert read.blurb == WORDS


def test_a_board_of_ones_own_stands_before_one_that_ships() -> None:
    read = read_method(method(boards=["gut"], own=[board(key="gut", style="analyst")]), shipped_boards())
    assert read.boards[0].style == "analyst"


def changed(change: Callable[[MethodBoard], MethodBoard]) -> MethodBoard:
    return change(shipped_boards()["customers"])


@pytest.mark.parametrize(
    "change",
    [
        lambda board: replace(board, background="squares"),
        lambda board: replace(board, regions=()),
        lambda board: replace(
            board, regions=(MethodRegion("a", WORDS, WORDS, (1, 2, 3, 4)), *board.regions[:2])
        ),
        lambda board: replace(board, title={"en": 'Say "so"\\', "de": "Zeile\nzwei"}),
    ],
)
def test_a_board_that_was_changed_goes_along_and_one_that_ships_does_not(
    change: Callable[[MethodBoard], MethodBoard],
) -> None:
    own = changed(change)
    made = replace(shipped_methods()[0], boards=(own, shipped_boards()["gut"]))
    made = replace(made, steps=tuple(replace(each, board="") for each in made.steps))
    text = written_method(made, shipped_boards())
    assert text.count("[[board]]") == 1
    assert read_method(text, shipped_boards()) == made
    assert read_method(written_method(made, {}), {}) == made


def test_regions_stand_in_their_own_boxes_or_the_usual_ones() -> None:
    own = (1, 2, 3, 4)
    three = (
        MethodRegion("a", WORDS, WORDS),
        MethodRegion("b", WORDS, WORDS, own),
        MethodRegion("c", WORDS, WORDS),
    )
    boxes = MethodBoard("b", "heart", WORDS, WORDS, three).boxes()
    assert boxes == (USUAL_BOXES[0], own, USUAL_BOXES[2])


def test_the_usual_regions_stand_side_by_side_and_do_not_overlap() -> None:
    for n, (x, y, w, h) in enumerate(USUAL_BOXES):
        for a, b, c, d in USUAL_BOXES[:n]:
            assert x + w + 12 <= a or a + c + 12 <= x or y + h + 12 <= b or b + d + 12 <= y
    assert max(x + w for x, _, w, _ in USUAL_BOXES) == 1284
    assert resource("methods").exists()
