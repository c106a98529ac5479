"""What stands in a body: as much as the room may see, from the rows as they are."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards, clustering, places
from mission_desk.core.board.covering import cover_notes
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster, Region, Seat
from mission_desk.core.plan import editions, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.stage import desk_position, putting, reading_out, revealing, stage_state
from mission_desk.core.stage.slides import BlankBody, BoardBody, PairBody, PollBody, PromptBody, StatementBody
from mission_desk.core.stage.stage import Stage, now, slide
from mission_desk.core.stage.stage_board import SIGHT
from mission_desk.core.stage.stage_words import says
from mission_desk.core.statement import buzzword_hunt, draft_tests, drafts, gut_feelings
from mission_desk.core.vote import poll_closing
from tests.core.stage import on_stage
from tests.core.vote.voting import draft_poll, free_poll, marks, seats_of, vote


def clustered(doc: Document, board: int) -> tuple[list[int], int]:
    notes = boards.add_notes(doc, board, ["one", "two", "three"], "ideator")
    boards.add_dots(doc, notes[:2], 2)
    cluster = clustering.group_notes(doc, notes[:2], "Pair")
    assert cluster is not None
    return notes, cluster


def test_a_folded_cluster_is_one_note_with_its_name_its_number_and_its_dots(
    doc: Document, board: int
) -> None:
    notes, cluster = clustered(doc, board)
    clustering.fold_clusters(doc, [cluster], True)
    shown = slide(doc, "board", board, None)
    assert isinstance(shown.body, BoardBody)
    assert [(note.text, note.dots, note.style) for note in shown.body.notes] == [
        ("three", 0, "ideator"),
        ("Pair\n2 notes", 4, "parking"),
    ]
    assert (shown.body.folded, shown.body.clusters, shown.footer) == (1, (), "3 notes")
    head = shown.body.notes[-1].box
    frame = places.cluster_box([note for note in boards.notes_on(doc, board) if note.cluster == cluster])
    assert frame is not None
    assert (head.x, head.y) == (places.folded_box(frame).x, places.folded_box(frame).y)
    clustering.colour_clusters(doc, [cluster], "heart")
    assert slide(doc, "board", board, None).body.notes[-1].style == "heart"
    cover_notes(doc, notes[:1])
    assert slide(doc, "board", board, None).body.notes[-1].dots == 2


def test_an_open_cluster_has_a_frame_and_its_notes_its_name(doc: Document, board: int) -> None:
    _, cluster = clustered(doc, board)
    body = slide(doc, "board", board, None).body
    assert [(frame.title, frame.colour) for frame in body.clusters] == [
        ("Pair", doc.row(Cluster, cluster).colour)
    ]
    assert {note.text: note.cluster for note in body.notes} == {"one": "Pair", "two": "Pair", "three": ""}
    assert body.folded == 0


def test_the_stage_is_told_what_the_desk_sees_only_where_notes_lie_as_on_the_desk(
    doc: Document, board: int
) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    doc.keep(SIGHT.format(board=board), [10, 20, 300, 400])
    body = slide(doc, "board", board, None).body
    assert (body.arranged, body.sight) == (False, None)
    stage_state.arrange(doc)
    body = slide(doc, "board", board, None).body
    assert (body.arranged, body.sight) == (True, places.Box(10, 20, 300, 400))
    doc.keep(SIGHT.format(board=board), None)
    assert slide(doc, "board", board, None).body.sight is None
    stage_state.arrange(doc)
    assert not stage_state.read_state(doc).arranged


def test_the_first_board_is_read_like_every_other(doc: Document) -> None:
    first = boards.boards(doc)[0].id
    boards.add_notes(doc, first, ["one"], "ideator")
    on_stage.show_board(doc, boards.boards(doc)[0].key)
    assert [note.text for note in Stage(doc).slide().body.notes] == ["one"]
    fields = doc.rows(Region, "board = ? ORDER BY rank", first)
    with doc.action("test.turn") as write:
        for rank, field in enumerate(reversed(fields)):
            write.update(Region, field.id, rank=rank)
    shown = slide(doc, "board", first, None).body.regions
    assert [field.title for field in shown] == [field.title for field in reversed(fields)]


def test_another_arrangement_begins_with_its_first_leaf(doc: Document, board: int) -> None:
    on_stage.show_board(doc, "think-big")
    stage_state.turn_leaf(doc, 2)
    assert now(doc).leaf == 2
    stage_state.arrange(doc)
    assert now(doc).leaf == 0


def test_where_the_note_that_is_read_out_is_gone_the_desk_names_none(doc: Document, board: int) -> None:
    on_stage.show_board(doc, "think-big")
    notes = boards.add_notes(doc, board, ["one"], "heart")
    reading_out.read_out(doc)
    boards.remove_notes(doc, notes)
    assert (says(doc), now(doc).body) == ("", PromptBody(()))


def test_a_blank_or_frozen_picture_is_never_taken_for_the_last_one(doc: Document, board: int) -> None:
    on_stage.show_board(doc, "think-big")
    stage = Stage(doc)
    first = stage.slide()
    stage_state.blank(doc, "black")
    assert stage.slide().body == BlankBody("black")
    stage_state.freeze(doc)
    stage_state.blank(doc, "black")
    on_stage.show_page(doc, "roadmap")
    assert stage.slide().body == first.body
    stage_state.blank(doc, "paper")
    assert stage.slide().body == BlankBody("paper")
    stage_state.blank(doc, "black")
    assert stage.slide().body == BlankBody("black")


def test_the_window_of_the_stage_opens_unfrozen_and_closes_back_to_usual(doc: Document) -> None:
    on_stage.show_page(doc, "statement")
    stage_state.show_prompt(doc)
    stage_state.blank(doc, "black")
    stage_state.freeze(doc)
    stage_state.begin(doc)
    state = stage_state.read_state(doc)
    assert (state.frozen, state.blank, state.shows) == (False, "black", "prompt")
    stage_state.freeze(doc)
    stage_state.back_to_usual(doc)
    step = agenda.current_step(doc).id
    assert stage_state.read_state(doc) == stage_state.StageState(step=step)


def test_only_the_question_is_shown_where_it_was_called_up_whatever_page_is_open(doc: Document) -> None:
    on_stage.show_page(doc, "statement")
    drafts.add_draft(doc, text="We are calm.")
    stage_state.show_prompt(doc)
    for page in ("statement", "vote", "board"):
        desk_position.show_page(doc, page)
        assert now(doc).body == PromptBody(())
        assert says(doc) == "Only the question"
    stage_state.show_step(doc)
    assert says(doc) == ""


def test_the_same_state_twice_is_one_session_write(doc: Document) -> None:
    changes = []
    doc.subscribe(changes.append)
    stage_state.show_prompt(doc)
    stage_state.show_prompt(doc)
    assert len(changes) == 1


def hunted(doc: Document, text: str) -> int:
    draft = drafts.add_draft(doc, text=text)
    desk_position.show_draft(doc, draft)
    putting.put_hunt(doc, draft)
    return draft


def test_a_hunt_underlines_what_was_called_and_counts_what_was_struck(doc: Document) -> None:
    draft = hunted(doc, "We are calm and kind and quick.")
    assert now(doc).body.asks == "Call “buzz!” at every empty word."
    for phrase in ("calm", "kind", "quick"):
        buzzword_hunt.call(doc, draft, phrase)
    body = now(doc).body
    assert isinstance(body, StatementBody)
    assert [body.text[start:end] for start, end in body.signs] == ["calm", "kind", "quick"]
    assert body.asks == "Buzz! 3 hits · 0 struck"
    hits = {hit.phrase: hit.id for hit in buzzword_hunt.hits(doc, draft)}
    buzzword_hunt.strike(doc, hits["calm"])
    buzzword_hunt.accept(doc, hits["kind"])
    body = now(doc).body
    assert [body.text[start:end] for start, end in body.signs] == ["quick"]
    assert body.asks == "Buzz! 3 hits · 1 struck"
    desk_position.show_bench(doc, "notes")
    assert now(doc).body == body
    putting.put_draft(doc, draft)
    assert (now(doc).body.signs, now(doc).body.asks) == ((), "")


def test_feelings_are_on_the_stage_only_where_switched_on_and_complete(doc: Document) -> None:
    seats_of(doc, 2)
    draft = drafts.add_draft(doc, text="We are calm.")
    on_stage.show_draft(doc, draft)
    gut = gut_feelings.ask(doc, draft)
    one, two = (seat.id for seat in people.seats(doc))
    gut_feelings.turn_on_stage(doc)
    gut_feelings.record_feeling(doc, gut, one, 4, "warm")
    assert now(doc).body.gut is None
    gut_feelings.record_feeling(doc, gut, two, 10, "proud")
    strip = now(doc).body.gut
    assert (strip.counts[4], strip.counts[10], sum(strip.counts)) == (1, 1, 2)
    assert strip.words == "“proud” · “warm”"
    gut_feelings.turn_on_stage(doc)
    assert now(doc).body.gut is None


def test_a_test_of_a_draft_stands_in_its_place_and_never_with_the_sentence_it_hides(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We are calm.")
    on_stage.show_draft(doc, draft)
    draft_tests.show_heart(doc, draft, "shown")
    assert (now(doc).body.text, now(doc).body.label) == ("We are calm.", "By heart")
    draft_tests.show_heart(doc, draft, "gone")
    assert "calm" not in repr(now(doc))
    trade = draft_tests.next_swap(doc)
    draft_tests.show_heart(doc, draft, "")
    assert draft_tests.swap_shown(doc) == ""
    draft_tests.show_swap(doc, trade)
    assert now(doc).body.label.startswith("Draft A, said by ")
    other = next(each for each in draft_tests.trades(doc) if each.key == trade)
    assert now(doc).body.by == other.words["firm"][0]


def test_a_pair_needs_two_drafts_with_words(doc: Document) -> None:
    one, two = drafts.add_draft(doc, text="A."), drafts.add_draft(doc, text="B.")
    on_stage.show_page(doc, "statement")
    blank = drafts.add_draft(doc, text="  ")
    for first, second, shown in (
        (one, two, PairBody),
        (one, one, PromptBody),
        (one, 99, PromptBody),
        (one, blank, PromptBody),
        (blank, two, PromptBody),
    ):
        stage_state.change(doc, shows="pair", first=first, second=second)
        assert isinstance(now(doc).body, shown)


def test_one_draft_is_shown_where_one_is_chosen_or_put_there_and_else_all_or_none(doc: Document) -> None:
    assert slide(doc, "posters", None, None).body == PromptBody(("No statement is chosen yet.",))
    drafts.add_draft(doc, text="A.")
    second = drafts.add_draft(doc, text="B.")
    assert slide(doc, "statement", None, None).body == PromptBody(("Draft A: A.", "Draft B: B."))
    assert slide(doc, "statement", None, second).body.text == "B."
    assert slide(doc, "posters", None, None).body == PromptBody(("No statement is chosen yet.",))
    drafts.choose(doc, second)
    body = slide(doc, "posters", None, None).body
    assert (body.text, body.label, body.chosen) == ("B.", "Our mission", True)


def revealed_poll(doc: Document, rule: str, given: list, *, count: int | None = None) -> PollBody:
    poll = draft_poll(doc, count=len(given[0].marks), rule=rule)
    vote(doc, poll, given)
    poll_closing.close_poll(doc, poll)
    revealing.reveal_all(doc) if count is None else revealing.reveal(doc, count)
    body = slide(doc, "vote", None, None).body
    assert isinstance(body, PollBody)
    return body


def test_dots_are_shown_as_dots_and_the_most_of_them_is_a_full_bar(doc: Document) -> None:
    seats_of(doc, 2)
    body = revealed_poll(doc, "dots", [marks(3, 0), marks(2, 1)])
    assert [(row.dots, row.seats, row.bar) for row in body.rows] == [(5, 2, ()), (1, 1, ())]
    assert (body.most, body.bars, body.progress) == (5, False, "2 of 2 have voted")


def test_other_rules_have_bars_whose_colours_are_named(doc: Document) -> None:
    seats_of(doc, 2)
    body = revealed_poll(doc, "score", [marks(5, 0), marks(5, 1)])
    assert [(row.dots, row.seats) for row in body.rows] == [(None, None)] * 2
    assert [[(band.count, band.tone) for band in row.bar] for row in body.rows] == [
        [(2, 4.0)],
        [(1, 0.0), (1, 0.8)],
    ]
    assert (body.most, body.bars) == (0, True)
    words = ["0 not at all", "1", "2", "3", "4", "5 love it", "no answer"]
    assert [key.words for key in body.legend] == words
    assert [band.words for band in body.rows[1].bar] == ["0", "1"]


def test_the_chosen_draft_is_marked_only_when_all_is_revealed(doc: Document) -> None:
    seats_of(doc, 2)
    body = revealed_poll(doc, "dots", [marks(3, 0), marks(2, 1)], count=1)
    drafts.choose(doc, drafts.drafts(doc)[0].id)
    assert not any(row.chosen for row in slide(doc, "vote", None, None).body.rows)
    assert [row.is_revealed for row in body.rows] == [True, False]
    revealing.reveal(doc, 1)
    assert [row.chosen for row in slide(doc, "vote", None, None).body.rows] == [True, False]


def test_a_seat_that_left_is_not_counted_among_those_who_have_voted(doc: Document) -> None:
    seats_of(doc, 4)
    poll = free_poll(doc, "score", 2)
    vote(doc, poll, [marks(5, 0), marks(5, 1), marks(1, 1)])
    assert slide(doc, "vote", None, None).footer == "3 of 4 have voted"
    with doc.action("seat.remove") as write:
        write.delete(Seat, people.seats(doc)[0].id)
    assert slide(doc, "vote", None, None).footer == "2 of 3 have voted"


@pytest.mark.parametrize(
    ("measure", "start", "goal", "shown"),
    [
        ("Calls", "1", "2", ("Calls", "1 → 2")),
        ("Calls", "", "2", ("Calls", "? → 2")),
        ("Calls", "1", "", ("Calls", "1 → ?")),
        ("Calls", "", "", ("measured by", "Calls")),
        ("", "1", "2", ("measured by", "1 → 2")),
        ("", "", "", ("measured by", "How will we notice?")),
    ],
)
def test_a_measure_says_what_is_not_known_yet(
    doc: Document, measure: str, start: str, goal: str, shown: tuple[str, str]
) -> None:
    roadmap.add_guideline(doc, role="Agent", text="Stay.", measure=measure, start=start, goal=goal, owner="R")
    fact = slide(doc, "roadmap", None, None).body.facts[0]
    assert (fact.name, *fact.texts) == shown


def test_a_review_sums_up_the_answers_that_were_given(doc: Document) -> None:
    scene.edit_workshop(doc, last_year="We were calm.")
    for answer in ("lived", "lived", "not", ""):
        promise = editions.add_promise(doc, "priority", "One call.")
        if answer:
            editions.judge(doc, promise, answer)
    body = slide(doc, "review", None, None).body
    assert (body.lead, body.says) == ("We were calm.", "2 lived · 1 not yet · 1 to look at")
    assert [row[1] for row in body.rows] == ["It lived", "It lived", "Not yet", ""]


def test_the_desk_reads_in_words_what_the_room_sees(doc: Document, board: int) -> None:
    on_stage.show_board(doc, "think-big")
    notes = boards.add_notes(doc, board, ["one", "two"], "heart")
    reading_out.read_out(doc, note=notes[1], pick="style:heart")
    assert says(doc) == "Note 2 of 2 · Hearts"
    assert now(doc).footer == "Hearts · 2 of 2"
    reading_out.read_out(doc, note=notes[0])
    assert (says(doc), now(doc).footer) == ("Note 1 of 2", "1 of 2")
    stage_state.freeze(doc)
    assert (says(doc), says(doc, counts=True)) == (
        "The last picture, frozen",
        "The last picture, its clock goes on",
    )
    stage_state.blank(doc, "paper")
    assert says(doc) == "Blank"
