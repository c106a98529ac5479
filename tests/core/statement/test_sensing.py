"""What the room has said of words holds for the stage and for the board's filter too."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.room import personal_words, room_words, scene
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.stage.stage_statement import statement_body
from mission_desk.core.statement import drafts, open_issues, sensing
from mission_desk.language.sensor.sensor import findings


def test_what_is_muted_is_marked_nowhere(doc: Document) -> None:
    draft = drafts.add_draft(doc)
    drafts.write_draft(doc, draft, "We leverage phones.")
    assert statement_body(doc, draft, StageState(findings=True), "en").signs == ((3, 11),)
    assert sensing.finder(doc)("Leverage it")
    room_words.mute(doc, findings("leverage", "en")[0].id)
    assert statement_body(doc, draft, StageState(findings=True), "en").signs == ()
    assert not sensing.finder(doc)("Leverage it")


def test_words_the_room_has_called_are_found(doc: Document) -> None:
    assert not sensing.finder(doc)("happy paths")
    room_words.add_room_word(doc, "happy path")
    assert sensing.finder(doc)("happy paths")
    assert sensing.sensor_room(doc).words == ("happy path",)


def test_before_the_celebration_one_hears_of_the_same_words_as_at_the_desk(doc: Document) -> None:
    """Of those on the person's own list too, and never of the company's own name."""
    personal_words.add_personal("empty-words", "calm voices")
    scene.edit_workshop(doc, company="Excellence")
    draft = drafts.add_draft(doc, text="Excellence means calm voices.")
    text, room = "Excellence means calm voices.", sensing.sensor_room(doc, draft)
    at_the_desk = [each.words for each in findings(text, "en", room) if each.kind != "quoted"]
    assert at_the_desk
    assert open_issues.unsettled(doc, draft).findings == tuple(at_the_desk)
