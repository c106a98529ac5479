"""What the facilitator asks of the stage: kept with the workshop, never journalled, never a surprise."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.clock import Clock
from mission_desk.core.board import boards, clustering, moving
from mission_desk.core.board.covering import cover_notes
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.room import people
from mission_desk.core.stage import (
    breaks,
    clicker,
    desk_position,
    reading_out,
    revealing,
    stage_state,
    stage_words,
)
from mission_desk.core.stage.slides import (
    BlankBody,
    BoardBody,
    BreakBody,
    CelebrationBody,
    NoteBody,
    PairBody,
    PollBody,
    PromptBody,
    StatementBody,
)
from mission_desk.core.stage.stage import Stage, now
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, poll_closing, poll_opening, poll_options, polls
from tests.core.stage import on_stage
from tests.core.vote.voting import marks


def on_board(doc: Document, *texts: str, style: str = "ideator") -> list[int]:
    on_stage.show_board(doc, "think-big")
    return boards.add_notes(doc, boards.board_by_key(doc, "think-big").id, list(texts), style)


def opened(doc: Document, question: str) -> int:
    options = poll_options.draft_options(drafts.drafts(doc))
    return poll_opening.open_poll(doc, question, options, dots_each=3, secret=False)


def closed_poll(doc: Document) -> int:
    for text in ("Bold.", "Fine.", "Dull."):
        drafts.add_draft(doc, text=text)
    poll = opened(doc, "Which?")
    ballots.cast(doc, poll, people.seats(doc)[0].id, marks(3, 0, 0))
    poll_closing.close_poll(doc, poll)
    on_stage.show_page(doc, "vote")
    return poll


def test_nothing_of_it_is_journalled_and_all_of_it_is_kept(doc: Document) -> None:
    notes = on_board(doc, "one", "two")
    before = doc.value("SELECT count(*) FROM change")
    stage_state.freeze(doc)
    stage_state.blank(doc, "black")
    reading_out.read_out(doc, note=notes[1])
    state = stage_state.read_state(doc)
    path = doc.path
    doc.close()
    again = Document.open(path)
    assert stage_state.read_state(again) == state
    assert (state.frozen, state.blank, state.shows, state.note) == (True, "black", "note", notes[1])
    assert again.value("SELECT count(*) FROM change") == before
    assert again.undoable == "note.add"
    again.close()


@pytest.mark.parametrize(
    "damaged", ["7", "[]", '{"frozen": "yes", "leaf": null, "shows": "nonsense"}', '{"until": []}']
)
def test_a_damaged_session_is_a_usual_stage(doc: Document, damaged: str) -> None:
    doc.keep(stage_state.SESSION_KEY, json.loads(damaged))
    assert stage_state.read_state(doc) == stage_state.StageState()


def test_a_frozen_stage_keeps_the_last_picture(doc: Document) -> None:
    on_board(doc, "seen")
    stage = Stage(doc)
    doc.subscribe(stage.follow)
    last = stage.slide()
    stage_state.freeze(doc)
    on_board(doc, "not seen yet")
    on_stage.show_page(doc, "scene")
    assert stage.slide() == last
    stage_state.blank(doc, "paper")
    assert stage.slide().body == BlankBody("paper")
    stage_state.blank(doc, "paper")
    assert stage.slide() == last
    stage_state.freeze(doc)
    assert stage.slide() != last


def test_the_clock_of_a_frozen_picture_stays_true(doc: Document) -> None:
    """A room that works by it must not see it stand still, nor run on after the desk has stopped it."""
    stage, first = Stage(doc), agenda.steps(doc)[0]
    agenda.begin_day(doc)
    last = stage.slide()
    stage_state.freeze(doc)
    for change in (
        lambda clock, now: clock.lengthened(300),
        lambda clock, now: clock.paused(now),
        lambda clock, now: clock.started(now),
    ):
        agenda.set_clock(doc, first, change(agenda.clock(doc, first), doc.steady()))
        assert stage.slide() == replace(last, clock=agenda.clock(doc, first))
    agenda.open_step(doc, agenda.steps(doc)[1].id)
    frozen = stage.slide()
    assert replace(frozen, clock=last.clock) == last
    assert frozen.clock == agenda.clock(doc, first)
    assert not frozen.clock.runs
    assert agenda.clock(doc, agenda.current_step(doc)).runs
    stage_state.freeze(doc)
    assert stage.slide().clock == agenda.clock(doc, agenda.current_step(doc))


def test_a_frozen_break_counts_to_the_time_that_it_names(doc: Document) -> None:
    stage = Stage(doc)
    breaks.take_break(doc)
    last = stage.slide()
    stage_state.freeze(doc)
    breaks.move_break(doc, 1)
    assert stage.slide() == last


def test_a_frozen_picture_without_its_step_has_no_clock(doc: Document) -> None:
    stage, first = Stage(doc), agenda.steps(doc)[0]
    last = stage.slide()
    stage_state.freeze(doc)
    outline.remove_step(doc, first.id)
    assert stage.slide() == replace(last, clock=None)


def test_the_stage_follows_every_change_of_its_notes(doc: Document) -> None:
    """What is kept between two changes must be what reading everything again gives."""
    stage = Stage(doc)
    doc.subscribe(stage.follow)
    one, two = on_board(doc, "one", "two")
    acts = [
        lambda: boards.edit_note(doc, one, "first"),
        lambda: boards.add_dots(doc, [two], 2),
        lambda: moving.raise_notes(doc, [one]),
        lambda: clustering.group_notes(doc, [one, two], "Pair"),
        lambda: cover_notes(doc, [two]),
        lambda: moving.send_notes(doc, [one], boards.board_by_key(doc, "parking").id),
        doc.undo,
        doc.undo,
        doc.redo,
        lambda: boards.remove_notes(doc, [two]),
        doc.undo,
        lambda: on_stage.show_board(doc, "parking"),
        lambda: boards.add_notes(doc, boards.board_by_key(doc, "parking").id, ["later"], "heart"),
        lambda: on_stage.show_board(doc, "think-big"),
    ]
    for act in acts:
        act()
        assert stage.slide() == now(doc)


def test_notes_are_read_out_one_by_one_and_held_at_both_ends(doc: Document) -> None:
    notes = on_board(doc, "one", "two", "three")
    boards.add_dots(doc, [notes[2]], 3)
    cover_notes(doc, [notes[1]])
    reading_out.read_out(doc)
    seen = []
    for _ in range(3):
        body = now(doc).body
        assert isinstance(body, NoteBody)
        seen.append(body.note.text)
        clicker.turn(doc, 1, more=False)
    assert seen == ["one", "three", "three"]
    assert now(doc).footer == "2 of 2"
    clicker.turn(doc, -1, more=False)
    assert now(doc).body.note.text == "one"
    reading_out.read_out(doc, pick="dots")
    assert (now(doc).body.note.text, now(doc).footer) == ("three", "Most dots first · 1 of 1")


def test_the_key_that_reads_a_note_out_ends_it_and_another_note_goes_on(doc: Document) -> None:
    one, two = on_board(doc, "one", "two")
    reading_out.turn_reading(doc, one)
    reading_out.turn_reading(doc, two)
    assert now(doc).body.note.text == "two"
    for note in (two, None):
        reading_out.turn_reading(doc, note)
        assert isinstance(now(doc).body, BoardBody)
        reading_out.turn_reading(doc, two)
    stage_state.go_back(doc)
    assert isinstance(now(doc).body, BoardBody)
    stage_state.go_back(doc)
    assert isinstance(now(doc).body, PromptBody)


def test_notes_of_one_style_or_cluster(doc: Document) -> None:
    one, two = on_board(doc, "one", "two")
    (heart,) = on_board(doc, "warm", style="heart")
    clustering.group_notes(doc, [two, heart], "Pair")
    reading_out.read_alike(doc, heart, "style")
    assert now(doc).footer == "Hearts · 1 of 1"
    reading_out.read_alike(doc, heart, "cluster")
    assert now(doc).footer.startswith("Pair · ")
    with pytest.raises(KnownError):
        reading_out.read_alike(doc, one, "cluster")


def test_what_was_called_up_ends_with_its_step_and_not_with_a_page_of_the_desk(doc: Document) -> None:
    on_board(doc, "one")
    reading_out.read_out(doc)
    desk_position.show_board(doc, "parking")
    desk_position.show_page(doc, "scene")
    assert isinstance(now(doc).body, NoteBody)
    agenda.open_step(doc, agenda.steps(doc)[4].id)
    assert isinstance(now(doc).body, BoardBody)
    breaks.take_break(doc)
    agenda.open_step(doc, agenda.steps(doc)[5].id)
    assert isinstance(now(doc).body, BreakBody)


def test_a_note_that_is_gone_gives_way_to_the_first(doc: Document) -> None:
    one, two = on_board(doc, "one", "two")
    reading_out.read_out(doc, note=two)
    boards.remove_notes(doc, [two])
    assert now(doc).body.note.text == "one"
    boards.remove_notes(doc, [one])
    assert isinstance(now(doc).body, PromptBody)


def test_a_result_comes_option_by_option(doc: Document) -> None:
    closed_poll(doc)
    assert [row.dots for row in now(doc).body.rows] == [None, None, None]
    assert now(doc).body.most == 0
    clicker.turn(doc, 1, more=False)
    assert [row.dots for row in now(doc).body.rows] == [3, None, None]
    clicker.turn(doc, -1, more=False)
    assert [row.dots for row in now(doc).body.rows] == [None, None, None]
    revealing.reveal_all(doc)
    assert [row.dots for row in now(doc).body.rows] == [3, 0, 0]
    assert stage_words.says(doc) == "Result: 3 of 3 revealed"


def test_the_next_poll_begins_covered(doc: Document) -> None:
    closed_poll(doc)
    revealing.reveal_all(doc)
    poll = opened(doc, "Again?")
    body = now(doc).body
    assert isinstance(body, PollBody)
    assert not body.closed
    ballots.cast(doc, poll, people.seats(doc)[0].id, marks(0, 3, 0))
    poll_closing.close_poll(doc, poll)
    assert all(row.dots is None for row in now(doc).body.rows)


def test_two_drafts_side_by_side(doc: Document) -> None:
    on_stage.show_page(doc, "statement")
    with pytest.raises(KnownError):
        clicker.show_pair(doc)
    for text in ("A.", "B.", "", "C."):
        drafts.add_draft(doc, text=text)
    clicker.show_pair(doc)
    body = now(doc).body
    assert isinstance(body, PairBody)
    assert (body.left.text, body.right.text) == ("A.", "B.")
    clicker.turn(doc, 1, more=False)
    assert now(doc).body.right.text == "C."
    assert stage_words.says(doc) == "Drafts A and D"


def test_the_statement_is_celebrated_when_the_key_says_so(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We are calm.")
    stage_state.celebrate(doc)
    assert not isinstance(now(doc).body, CelebrationBody)
    drafts.choose(doc, draft)
    waiting = now(doc)
    assert isinstance(waiting.body, CelebrationBody)
    assert "calm" not in repr(waiting)
    clicker.turn(doc, 1, more=False)
    assert now(doc).body == CelebrationBody("We are calm.", "", True) or now(doc).body.text == "We are calm."


def test_a_break_ends_at_a_round_time_and_moves_by_five_minutes(doc: Document, clock) -> None:
    breaks.take_break(doc)
    until = stage_state.read_state(doc).until
    assert until % breaks.STEP == 0
    assert 0 <= until - doc.now() - breaks.LENGTH < breaks.STEP
    left = now(doc).clock
    assert isinstance(left, Clock)
    assert left.remaining(doc.steady()) == pytest.approx(until - doc.now())
    clock.wait(60)
    clicker.turn(doc, 1, more=False)
    assert stage_state.read_state(doc).until == until + breaks.STEP
    assert now(doc).clock.remaining(doc.steady()) == pytest.approx(until + breaks.STEP - doc.now())
    for _ in range(20):
        clicker.turn(doc, -1, more=False)
    assert stage_state.read_state(doc).until > doc.now()


def test_leaves_turn_only_where_there_are_more(doc: Document) -> None:
    on_board(doc, "one")
    clicker.turn(doc, 1, more=False)
    assert now(doc).leaf == 0
    clicker.turn(doc, 1, more=True)
    assert now(doc).leaf == 1
    clicker.turn(doc, -1, more=False)
    clicker.turn(doc, -1, more=False)
    assert now(doc).leaf == 0


def test_another_page_begins_with_its_first_leaf(doc: Document) -> None:
    on_stage.show_board(doc, "think-big")
    clicker.turn(doc, 1, more=True)
    assert now(doc).leaf == 1
    on_stage.show_page(doc, "roadmap")
    assert now(doc).leaf == 0
    clicker.turn(doc, 1, more=True, leaf=4)
    assert now(doc).leaf == 5


def test_a_leaf_of_a_result_is_revealed_to_its_end_before_the_next_comes(doc: Document) -> None:
    poll = closed_poll(doc)
    on_stage.show_page(doc, "vote")
    count = len(polls.choices(doc, poll))
    first, last = range(count - 1), range(count - 1, count)

    def turned(by: int, options: range) -> tuple[int, int]:
        clicker.turn(doc, by, more=options is first, options=options)
        return stage_state.read_state(doc).revealed, stage_state.read_state(doc).leaf

    assert [turned(1, first) for _ in first] == [(n + 1, 0) for n in first]
    assert turned(1, first) == (count - 1, 1)
    assert turned(1, last) == (count, 1)
    assert turned(-1, last) == (count - 1, 1)
    assert turned(-1, last) == (count - 1, 0)
    assert turned(-1, first) == (count - 2, 0)


def test_findings_stand_on_the_stage_only_where_they_are_switched_on(doc: Document) -> None:
    drafts.add_draft(doc, text="We deliver innovative solutions.")
    on_stage.show_page(doc, "statement")
    body = now(doc).body
    assert isinstance(body, StatementBody)
    assert body.signs == ()
    stage_state.show_findings(doc)
    signs = now(doc).body.signs
    assert signs
    assert replace(now(doc).body, signs=(), asks="") == body
    assert all(body.text[start:end].strip() for start, end in signs)


@pytest.mark.parametrize("stored", [{"shows": "fireworks"}, {"blank": "pink"}, {"pick": "shoes:red"}])
def test_what_only_another_release_can_show_is_not_shown(doc: Document, stored: dict[str, str]) -> None:
    usual = now(doc)
    doc.keep("stage", stored)
    state = stage_state.read_state(doc)
    assert (state.shows, state.blank, state.pick) == ("", "", "")
    assert now(doc) == usual
