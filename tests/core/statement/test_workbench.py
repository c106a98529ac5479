"""Drafts as a workbench: notes in phrases, forks and where they came from, parts, settled concerns, gut
feelings, the by-heart test, the hunt."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Concern, Draft, Gut, Hit, Version
from mission_desk.core.room import people, room_words
from mission_desk.core.stage import putting, stage, stage_state
from mission_desk.core.stage.slides import StatementBody
from mission_desk.core.statement import (
    buzzword_hunt,
    concerns,
    draft_sources,
    draft_tests,
    drafts,
    forking,
    gut_feelings,
    parts,
)
from mission_desk.core.vote import poll_opening, poll_options
from mission_desk.language.sensor.sensor import findings

CALM = "We are the calm voice that helps small shops succeed, with answers in one call."


def put_seats(doc: Document, number: int) -> list[int]:
    people.set_style_counts(doc, {"analyst": number, "ideator": 0, "strategist": 0, "heart": 0})
    return [seat.id for seat in people.seats(doc)]


def test_a_phrase_remembers_its_note_and_follows_its_words(doc: Document, board: int) -> None:
    note = boards.add_notes(doc, board, ["evenings back"], "ideator")[0]
    draft = drafts.add_draft(doc, text="We give shops their.")
    start, end = draft_sources.place_words(doc, draft, note, "evenings back", 19)
    text = doc.row(Draft, draft).text
    assert (text, text[start:end]) == ("We give shops their evenings back.", "evenings back")
    drafts.write_draft(doc, draft, "We give small shops their long evenings back, always.")
    assert [origin.phrase for origin in draft_sources.origins(doc, draft)] == ["evenings back"]
    drafts.write_draft(doc, draft, "We give small shops their evenings and mornings back, always.")
    assert [origin.phrase for origin in draft_sources.origins(doc, draft)] == ["evenings and mornings back"]
    drafts.write_draft(doc, draft, "We listen.")
    assert [origin.phrase for origin in draft_sources.origins(doc, draft)] == [""]
    assert [use.letter for use in draft_sources.uses(doc, note)] == ["A"]
    assert draft_sources.letters_of_notes(doc) == {note: "A"}


def test_a_second_note_can_stand_behind_the_same_words(doc: Document, board: int) -> None:
    one, two = boards.add_notes(doc, board, ["evenings", "free time"], "ideator")
    draft = drafts.draft_from_notes(doc, [one])
    draft_sources.link_note(doc, draft, two, "evenings")
    draft_sources.link_note(doc, draft, two, "evenings")
    assert [(o.note.id, o.phrase) for o in draft_sources.origins(doc, draft)] == [
        (one, "evenings"),
        (two, "evenings"),
    ]
    draft_sources.link_note(doc, draft, two, "evening")
    assert [o.phrase for o in draft_sources.origins(doc, draft)] == ["evenings", "evening"]
    draft_sources.untie(doc, draft_sources.origins(doc, draft)[0].source)
    assert [note.id for note in drafts.sources(doc, draft)] == [two]


def test_a_fork_takes_its_notes_and_parts_along_and_knows_where_it_came_from(
    doc: Document, board: int
) -> None:
    note = boards.add_notes(doc, board, ["the calm voice"], "ideator")[0]
    first = drafts.add_draft(doc, text=CALM)
    drafts.keep_version(doc, first)
    draft_sources.link_note(doc, first, note, "the calm voice")
    parts.mark_part(doc, first, "serve", "small shops")
    made = forking.fork(doc, first, CALM)
    assert [note.id for note in drafts.sources(doc, made)] == [note]
    assert parts.parts(doc, made) == {"serve": "small shops"}
    version = drafts.versions(doc, made)[0]
    assert [
        (each.letter, each.version.number, each.strand.part) for each in forking.ancestors(doc, version)
    ] == [("A", 1, "all")]
    doc.undo()
    assert len(drafts.drafts(doc)) == 1


def test_a_version_says_which_two_it_was_made_of(doc: Document) -> None:
    draft = drafts.add_draft(doc)
    texts = (
        "We are the calm voice that every baker can ring on a Saturday night.",
        "Nobody in this town has to close the shop because of us.",
        "We are the calm voice that every baker can ring: nobody has to close the shop because of us.",
    )
    for text in texts:
        drafts.write_draft(doc, draft, text)
        drafts.keep_version(doc, draft)
    newest = drafts.versions(doc, draft)[0]
    assert [(each.version.number, each.strand.part) for each in forking.ancestors(doc, newest)] == [
        (1, "all"),
        (2, "all"),
    ]


def test_a_poll_keeps_the_versions_it_is_about(doc: Document) -> None:
    draft = drafts.add_draft(doc, text=CALM)
    poll_opening.open_poll(doc, "Which?", poll_options.draft_options(drafts.drafts(doc)))
    assert [version.text for version in drafts.versions(doc, draft)] == [CALM]
    doc.undo()
    assert doc.rows(Version) == []


def test_a_draft_has_a_kind_and_serves_a_priority(doc: Document) -> None:
    draft = drafts.add_draft(doc, text=CALM)
    priority = doc.rows(Priority, "side = 'company'")[0].id
    drafts.set_kind(doc, draft, "vision")
    drafts.serve(doc, draft, priority)
    assert (doc.row(Draft, draft).kind, doc.row(Draft, draft).priority) == ("vision", priority)


def test_a_concern_is_settled_by_the_version_that_changed_the_text(doc: Document) -> None:
    draft = drafts.add_draft(doc, text=CALM)
    drafts.keep_version(doc, draft)
    concern = concerns.raise_concern(doc, "And when it takes two?", draft=draft, phrase="in one call")
    assert concern is not None
    assert concerns.open_on_drafts(doc) == {draft: 1}
    drafts.write_draft(doc, draft, CALM.replace(", with answers in one call", ""))
    concerns.settle_by_text(doc, concern)
    row = doc.row(Concern, concern)
    version = concerns.settling_version(doc, row)
    assert version is not None
    assert (row.state, version.number) == ("changed", 2)
    assert concerns.open_on_drafts(doc) == {}
    concerns.reopen_concern(doc, concern)
    assert doc.row(Concern, concern).version is None


def test_gut_feelings_are_covered_until_all_are_in(doc: Document) -> None:
    seats = put_seats(doc, 3)
    draft = drafts.add_draft(doc, text=CALM)
    round_ = gut_feelings.ask(doc, draft)
    gut_feelings.record_feeling(doc, round_, seats[0], 9, "relief at last, really")
    gut_feelings.record_feeling(doc, round_, seats[1], 2, "cold")
    assert gut_feelings.strip(doc, doc.row(Gut, round_)) is None
    assert [seat.id for seat in gut_feelings.waiting(doc, round_)] == [seats[2]]
    gut_feelings.record_feeling(doc, round_, seats[2], 10, "Cold")
    feelings = gut_feelings.strip(doc, doc.row(Gut, round_))
    assert feelings is not None
    assert feelings.counts == (0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1)
    assert feelings.words == ("cold", "relief at")
    assert (feelings.mean, feelings.change) == (7.0, None)


def test_the_change_after_a_rewording_is_shown(doc: Document) -> None:
    seats = put_seats(doc, 2)
    draft = drafts.add_draft(doc, text=CALM)
    for scores in ((4, 4), (8, 9)):
        round_ = gut_feelings.ask(doc, draft)
        for seat, score in zip(seats, scores, strict=True):
            gut_feelings.record_feeling(doc, round_, seat, score)
    feelings = gut_feelings.strip(doc, gut_feelings.newest(doc, draft))  # type: ignore[arg-type]
    assert feelings is not None
    assert feelings.change == 4.5


def test_a_feeling_out_of_the_scale_is_refused(doc: Document) -> None:
    seats = put_seats(doc, 1)
    round_ = gut_feelings.ask(doc, drafts.add_draft(doc, text=CALM))
    with pytest.raises(KnownError, match="0 to 10"):
        gut_feelings.record_feeling(doc, round_, seats[0], 11)
    with pytest.raises(KnownError, match="no words yet"):
        gut_feelings.ask(doc, drafts.add_draft(doc))


def test_what_is_remembered_counts_for_the_words_that_stand_now(doc: Document) -> None:
    draft = drafts.add_draft(doc, text=CALM)
    assert draft_tests.note_recall(doc, draft, "  ") is None
    draft_tests.note_recall(doc, draft, "the calm voice")
    assert [row.words for row in draft_tests.recalls(doc, draft)] == ["the calm voice"]
    drafts.write_draft(doc, draft, "We listen.")
    assert draft_tests.recalls(doc, draft) == []
    doc.undo()
    draft_tests.forget_recalls(doc, draft)
    assert draft_tests.recalls(doc, draft) == []


@pytest.mark.parametrize(
    ("text", "phrase", "left"),
    [
        ("We are best-in-class.", "best-in-class", "We are."),
        ("Innovative answers for all.", "Innovative", "answers for all."),
        ("We do, with passion, what helps.", "with passion,", "We do, what helps."),
        ("We listen.", "nothing", "We listen."),
    ],
)
def test_a_hit_is_struck_from_the_text(doc: Document, text: str, phrase: str, left: str) -> None:
    draft = drafts.add_draft(doc, text=text)
    hit = buzzword_hunt.call(doc, draft, phrase)
    assert hit is not None
    assert buzzword_hunt.call(doc, draft, phrase) is None
    buzzword_hunt.strike(doc, hit)
    assert (doc.row(Draft, draft).text, doc.row(Hit, hit).state) == (left, "struck")
    doc.undo()
    buzzword_hunt.accept(doc, hit)
    assert (doc.row(Draft, draft).text, doc.row(Hit, hit).state) == (text, "accepted")
    assert buzzword_hunt.called(doc) == 1


def test_the_rooms_own_words_and_what_it_has_muted(doc: Document) -> None:
    room_words.add_room_word(doc, "  move  the needle ")
    room_words.add_room_word(doc, "Move the needle")
    assert [row.words for row in room_words.room_words(doc)] == ["move the needle"]
    room_words.mute(doc, "en-017")
    room_words.mute(doc, "en-017")
    assert room_words.muted(doc) == {"en-017"}
    room_words.unmute_all(doc)
    room_words.remove_room_word(doc, room_words.room_words(doc)[0].id)
    assert (room_words.muted(doc), room_words.room_words(doc)) == (frozenset(), [])


def test_the_stage_shows_gut_feelings_only_when_wanted_and_uncovered(doc: Document) -> None:
    seats = put_seats(doc, 2)
    draft = drafts.add_draft(doc, text=CALM)
    round_ = gut_feelings.ask(doc, draft)
    gut_feelings.turn_on_stage(doc)
    gut_feelings.record_feeling(doc, round_, seats[0], 9, "relief")
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert body.gut is None
    gut_feelings.record_feeling(doc, round_, seats[1], 7)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert body.gut is not None
    assert (body.gut.counts[9], body.gut.words, body.gut.says) == (1, "“relief”", "8.0 on average")
    gut_feelings.turn_on_stage(doc)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert body.gut is None


def test_the_stage_follows_the_swap_test_and_the_by_heart_test(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We give customers their evenings back.")

    def words() -> str:
        body = stage.slide(doc, "statement", None, draft).body
        return body.text if isinstance(body, StatementBody) else ""

    assert draft_tests.next_swap(doc) == "bakery"
    assert words() == "We give early risers their evenings back."
    draft_tests.show_heart(doc, draft, "shown")
    assert words() == "We give customers their evenings back."
    draft_tests.show_heart(doc, draft, "gone")
    assert words() == "What do you remember?"
    draft_tests.show_heart(doc, draft, "")
    assert words() == "We give customers their evenings back."


def test_the_stage_counts_what_the_room_has_hit_while_it_hunts(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We give synergy answers.")
    buzzword_hunt.call(doc, draft, "synergy")
    putting.put_hunt(doc, draft)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert (body.signs, body.asks) == (((8, 15),), "Buzz! 1 hit · 0 struck")
    putting.put_draft(doc, draft)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert (body.signs, body.asks) == ((), "")


def test_a_finding_on_the_stage_comes_with_its_question_and_can_be_muted(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="Best-in-class answers.")
    stage_state.show_findings(doc)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert body.signs == ((0, 13),)
    assert "?" in body.asks
    for finding in findings("Best-in-class answers.", "en"):
        room_words.mute(doc, finding.id)
    body = stage.slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert (body.signs, body.asks) == ((), "")
