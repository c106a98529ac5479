"""A person's own words outlive the workshop, and a broken file stops nothing."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.room import people, scene
from mission_desk.core.room.personal_words import add_personal, personal_words, remove_personal
from mission_desk.core.room.room_words import add_room_word, mute
from mission_desk.core.statement.sensing import rightly_spelt, sensor_room
from mission_desk.paths import data_dir


def test_words_are_kept_once_and_taken_off_again() -> None:
    for word in ("Kvetchify", "kvetchify ", "", "two  words"):
        add_personal("dictionary", word)
    assert personal_words("dictionary") == ("Kvetchify", "two words")
    remove_personal("dictionary", "Kvetchify")
    assert personal_words("dictionary") == ("two words",)
    assert personal_words("empty-words") == ()


def test_a_file_that_is_no_text_is_as_good_as_none() -> None:
    (data_dir() / "dictionary.txt").write_bytes(b"\xff\xfe\x00")
    assert personal_words("dictionary") == ()


def test_the_sensor_is_told_of_the_room(doc: Document) -> None:
    scene.edit_workshop(doc, company="Northwind", team="Northwind Support")
    people.set_style_counts(doc, {"analyst": 1})
    people.name_seat(doc, people.seats(doc)[0].id, "Priya")
    add_room_word(doc, "move the needle")
    mute(doc, "en-1")
    add_personal("empty-words", "going forward")
    room = sensor_room(doc)
    assert (room.words, room.personal) == (("move the needle",), ("going forward",))
    assert (room.muted, room.names) == ({"en-1"}, ("Northwind", "Northwind Support"))
    assert {"northwind", "priya"} <= rightly_spelt(doc)
