"""What the room has said of words holds for the stage and for the board's filter too."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.room import room_words
from mission_desk.core.stage.stage_statement import statement_body
from mission_desk.core.statement import drafts, sensing
from mission_desk.language.sensor.sensor import findings


def test_what_is_muted_is_marked_nowhere(doc: Document) -> None:
    draft = drafts.add_draft(doc)
    drafts.write_draft(doc, draft, "We leverage phones.")
    assert statement_body(doc, draft, "en", signs=True).signs == ((3, 11),)
    assert sensing.finder(doc)("Leverage it")
    room_words.mute(doc, findings("leverage", "en")[0].id)
    assert statement_body(doc, draft, "en", signs=True).signs == ()
    assert not sensing.finder(doc)("Leverage it")


def test_words_the_room_has_called_are_found(doc: Document) -> None:
    assert not sensing.finder(doc)("happy paths")
    room_words.add_room_word(doc, "happy path")
    assert sensing.finder(doc)("happy paths")
    assert sensing.sensor_room(doc).words == ("happy path",)
