"""Methods that ship and methods of one's own, and the words that a workshop has from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.methods import (
    LARGEST,
    method,
    own_methods,
    shipped_boards,
    shipped_methods,
    usual_title,
)
from mission_desk.core.agenda.room_language import change_language
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Region
from mission_desk.core.room import scene
from mission_desk.core.whole.starting import start_workshop
from mission_desk.paths import methods_dir, resource


def put(name: str, content: bytes) -> None:
    methods_dir().mkdir(parents=True, exist_ok=True)
    (methods_dir() / name).write_bytes(content)


def titles(doc: Document) -> list[str]:
    return [step.title for step in agenda.steps(doc)]


def put_method(name: str, key: str, title: str) -> None:
    text = resource("methods", "half-a-day.toml").read_text("utf-8")
    text = text.replace('key = "half-a-day"', f'key = "{key}"', 1)
    first = text.index("title = ")
    text = text[:first] + f'title = {{ en = "{title}" }}' + text[text.index("\n", first) :]
    put(name, text.encode())


def test_a_bad_file_of_ones_own_is_one_sentence_and_stops_nothing() -> None:
    good = resource("methods", "half-a-day.toml").read_bytes()
    put("a.toml", b"\xff\xfe\xff")
    put("b.toml", good + b"#" * LARGEST)
    put("c.toml", good)
    put("d.toml", b"\xef\xbb\xbf" + good.replace(b'key = "half-a-day"', b'key = "mine"', 1))
    own, complaints = own_methods()
    assert [each.key for each in own] == ["mine"]
    expected = [
        ("a.toml", "cannot be read"),
        ("b.toml", "no text of a method's size"),
        ("c.toml", "another method"),
    ]
    for sentence, (name, words) in zip(complaints, expected, strict=True):
        assert name in sentence
        assert words in sentence
    with pytest.raises(KnownError, match=r"no method “x”.*half-a-day.*mine.*a\.toml"):
        method("x")
    assert method("mine").minutes == method("half-a-day").minutes


def test_what_ships_is_read_once_and_boards_are_no_method() -> None:
    assert shipped_methods() is shipped_methods()
    assert shipped_boards() is shipped_boards()
    assert "boards" not in [each.key for each in shipped_methods()]


def test_the_language_changes_the_words_of_the_workshops_own_method(path: Path) -> None:
    last = shipped_methods()[-1]
    doc = start_workshop(path, last, "en")
    change_language(doc, "de")
    assert [step.title for step in agenda.steps(doc)] == [step.title["de"] for step in last.steps]
    doc.close()


def test_the_language_changes_the_methods_words_and_never_the_facilitators(doc: Document) -> None:
    steps, made = agenda.steps(doc), method("find-our-mission")
    outline.edit_step(doc, steps[0].id, title="Mine")
    own = outline.add_step(doc, title="Own")
    with doc.action("test.words") as write:
        write.update(Board, boards.boards(doc)[0].id, title="My board")
    change_language(doc, "de")
    german = {step.key: step for step in made.steps}
    for step in agenda.steps(doc):
        if step.id == own:
            assert step.title == "Own"
        else:
            assert step.title == ("Mine" if step.id == steps[0].id else german[step.key].title["de"])
            assert step.prompt == german[step.key].prompt["de"]
            assert step.note == german[step.key].note["de"]
    assert scene.workshop(doc).title == usual_title(made, "de")
    by_key = {board.key: board for board in made.boards}
    for n, board in enumerate(boards.boards(doc)):
        assert board.title == ("My board" if n == 0 else by_key[board.key].title["de"])
        regions = {region.key: region for region in by_key[board.key].regions}
        for region in doc.rows(Region, "board = ?", board.id):
            assert (region.title, region.hint) == (
                regions[region.key].title["de"],
                regions[region.key].hint["de"],
            )
    assert doc.undo()
    assert scene.workshop(doc).language == "en"
    assert titles(doc)[1] == german[steps[1].key].title["en"]


def test_own_methods_stand_by_title_and_a_key_is_given_once() -> None:
    put_method("a.toml", "mine", "Zebra")
    put_method("b.toml", "yours", "Apple")
    put_method("c.toml", "mine", "Middle")
    own, complaints = own_methods()
    assert [each.key for each in own] == ["yours", "mine"]
    assert len(complaints) == 1
    assert "c.toml" in complaints[0]
    assert method("yours").title["en"] == "Apple"
    with pytest.raises(KnownError, match=r"no method “none”.*mine"):
        method("none")


def test_forty_files_of_ones_own_are_looked_at() -> None:
    for n in range(41):
        put_method(f"{n:02}.toml", f"own-{n:02}", f"Title {n:02}")
    own, _ = own_methods()
    assert [each.key for each in own] == [f"own-{n:02}" for n in range(40)]


def test_methods_that_ship_stand_in_their_order() -> None:
    ranks = [each.rank for each in shipped_methods()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(
    ("team", "title"),
    [("", "Our team — Half a day"), (" Support ", "Support — Half a day"), (" ", "Our team — Half a day")],
)
def test_a_workshop_is_called_by_its_team_and_method(team: str, title: str) -> None:
    assert usual_title(method("half-a-day"), "en", team) == title
