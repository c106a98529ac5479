"""What the room and the person judged about words, and the scene they work in."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Workshop
from mission_desk.core.room import personal_words, room_words, scene
from mission_desk.paths import data_dir


def entries(doc: Document) -> int:
    return int(doc.value("SELECT count(*) FROM action"))


def test_a_finding_is_muted_once_and_all_are_heard_again_at_once(doc: Document) -> None:
    room_words.mute(doc, "en-1")
    before = entries(doc)
    room_words.mute(doc, "en-1")
    assert entries(doc) == before
    room_words.mute(doc, "en-2")
    room_words.unmute_all(doc)
    assert room_words.muted(doc) == frozenset()
    assert doc.undo()
    assert room_words.muted(doc) == {"en-1", "en-2"}


@pytest.mark.parametrize("again", ["synergy", " SYNERGY ", "", "  "])
def test_a_word_is_called_empty_once_however_it_is_written(doc: Document, again: str) -> None:
    room_words.add_room_word(doc, "Synergy")
    before = entries(doc)
    room_words.add_room_word(doc, again)
    assert entries(doc) == before
    assert [row.words for row in room_words.room_words(doc)] == ["Synergy"]


def test_words_of_the_room_stand_as_they_were_called_and_go_one_by_one(doc: Document) -> None:
    for words in ("zeal", "move  the needle", "agile"):
        room_words.add_room_word(doc, words)
    rows = room_words.room_words(doc)
    assert [row.words for row in rows] == ["zeal", "move the needle", "agile"]
    room_words.remove_room_word(doc, rows[1].id)
    assert [row.words for row in room_words.room_words(doc)] == ["zeal", "agile"]


def test_a_broken_list_is_set_aside_and_not_written_over() -> None:
    file = data_dir() / "dictionary.txt"
    file.write_bytes(b"\xff\xfe\x00")
    personal_words.add_personal("dictionary", "Kvetchify")
    assert personal_words.personal_words("dictionary") == ("Kvetchify",)
    assert [each.read_bytes() for each in data_dir().iterdir() if each != file] == [b"\xff\xfe\x00"]
    file.write_bytes(b"\xff\xfe\x00")
    (aside,) = personal_words.set_aside_lists()
    assert aside
    assert not file.exists()
    assert personal_words.set_aside_lists() == []


def test_an_agreed_end_is_forgotten_when_the_start_is_moved_and_only_then(doc: Document) -> None:
    scene.edit_workshop(doc, ends=700)
    scene.edit_workshop(doc, team="Support")
    assert scene.workshop(doc).ends == 700
    scene.edit_workshop(doc, starts=600)
    assert scene.workshop(doc).ends == -1
    scene.edit_workshop(doc, starts=610, ends=710)
    assert scene.workshop(doc).ends == 710


@pytest.mark.parametrize(("table", "kind"), [("workshop", Workshop), ("board", Board)])
def test_a_file_that_lacks_what_the_desk_needs_is_not_complete(doc: Document, table: str, kind: type) -> None:
    assert scene.is_complete(doc)
    assert scene.lacks(doc) == []
    with doc.action("test.remove") as write:
        for row in doc.rows(kind):
            write.delete(kind, row.id)
    assert not scene.is_complete(doc)
    assert scene.lacks(doc) == [kind]
    if kind is Workshop:
        with pytest.raises(KnownError, match=r"day\.mission.*not complete"):
            scene.workshop(doc)


def test_only_session_values_that_cannot_be_used_are_named(doc: Document) -> None:
    doc.keep("page", "vote")
    assert scene.unusable_session_keys(doc) == []
    doc.keep("page", 7)
    assert scene.unusable_session_keys(doc) == ["page"]
    assert agenda.steps(doc)
