"""The two keys of a clicker, and what the desk has open: never past an end, never from another page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import BENCH_TABS
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import Draft
from mission_desk.core.room import people
from mission_desk.core.stage import clicker, desk_position, reading_out, revealing, stage_state
from mission_desk.core.stage.stage import now
from mission_desk.core.stage.stage_state import read_state
from mission_desk.core.statement import drafts
from mission_desk.core.vote import ballots, poll_closing
from tests.core.stage import on_stage
from tests.core.vote.voting import draft_poll, marks


def pair(doc: Document) -> tuple[str, str]:
    body = now(doc).body
    return body.left.text, body.right.text


@pytest.fixture
def written(doc: Document) -> list[int]:
    """A to D; B has no words."""
    ids = [drafts.add_draft(doc, text=text) for text in ("A.", "", "C.", "D.")]
    on_stage.show_draft(doc, ids[0])
    return ids


@pytest.mark.parametrize(
    ("opened", "shown"), [(0, ("A.", "C.")), (1, ("A.", "C.")), (2, ("C.", "D.")), (3, ("C.", "D."))]
)
def test_the_open_draft_stands_beside_the_next_with_words(
    doc: Document, written: list[int], opened: int, shown: tuple[str, str]
) -> None:
    on_stage.show_draft(doc, written[opened])
    clicker.show_pair(doc)
    assert pair(doc) == shown


def test_the_right_draft_goes_round_and_the_left_one_stays(doc: Document, written: list[int]) -> None:
    clicker.show_pair(doc)
    steps = []
    for by in (1, 1, -1, -1):
        clicker.turn(doc, by, more=False)
        steps.append(pair(doc))
    assert steps == [("A.", "D."), ("A.", "C."), ("A.", "D."), ("A.", "C.")]


def test_where_the_right_draft_is_gone_the_clicker_takes_another(doc: Document, written: list[int]) -> None:
    clicker.show_pair(doc)
    drafts.remove_draft(doc, written[2])
    clicker.turn(doc, -1, more=False)
    assert pair(doc) == ("A.", "D.")


@pytest.mark.parametrize(("by", "right"), [(1, "D."), (-1, "D."), (0, "C.")])
def test_where_the_right_draft_has_no_words_left_the_round_begins_anew(
    doc: Document, written: list[int], by: int, right: str
) -> None:
    e = drafts.add_draft(doc, text="E.")
    clicker.show_pair(doc)
    stage_state.change(doc, second=e)
    drafts.write_draft(doc, e, " ")
    clicker.turn(doc, by, more=False)
    assert pair(doc) == ("A.", right)


@pytest.mark.parametrize(
    "call",
    [stage_state.show_step, stage_state.show_prompt, stage_state.arrange, stage_state.back_to_usual],
)
def test_what_is_called_up_again_begins_with_its_first_leaf(
    doc: Document, call: Callable[[Document], None]
) -> None:
    call(doc)
    stage_state.turn_leaf(doc, 3)
    assert read_state(doc).leaf == 3
    call(doc)
    assert read_state(doc).leaf == 0


def test_the_celebration_comes_with_next_and_goes_with_back(doc: Document, written: list[int]) -> None:
    drafts.choose(doc, written[0])
    stage_state.celebrate(doc)
    for by, words in ((1, "A."), (-1, ""), (-1, ""), (1, "A.")):
        clicker.turn(doc, by, more=False)
        assert now(doc).body.text == words


def test_the_desk_opens_what_was_open_last_or_the_first(doc: Document, written: list[int]) -> None:
    on_stage.show_draft(doc, written[2])
    assert desk_position.draft(doc) == doc.row(Draft, written[2])
    assert desk_position.page(doc) == "statement"
    drafts.remove_draft(doc, written[2])
    assert desk_position.draft(doc).id == written[0]
    on_stage.show_board(doc, "no such board")
    assert desk_position.board(doc) == boards.boards(doc)[0]
    on_stage.show_page(doc, "no such page")
    assert desk_position.page(doc) == "scene"
    desk_position.show_bench(doc, "no such tab")
    assert desk_position.bench(doc) == BENCH_TABS[0]


def closed_poll(doc: Document) -> None:
    poll = draft_poll(doc, count=3, rule="dots")
    ballots.cast(doc, poll, people.seats(doc)[0].id, marks(3, 0, 0))
    poll_closing.close_poll(doc, poll)
    on_stage.show_page(doc, "vote")


def test_an_open_poll_reveals_nothing_and_waits_for_nothing(doc: Document) -> None:
    poll = draft_poll(doc, count=3, rule="dots")
    assert not revealing.is_waiting(doc)
    for reveal in (lambda: revealing.reveal(doc, 1), lambda: revealing.reveal_all(doc)):
        reveal()
        assert (read_state(doc).revealed, read_state(doc).poll) == (0, 0)
    ballots.cast(doc, poll, people.seats(doc)[0].id, marks(3, 0, 0))
    poll_closing.close_poll(doc, poll)
    assert revealing.is_waiting(doc)


def test_a_result_is_revealed_to_its_end_and_hidden_to_its_start(doc: Document) -> None:
    closed_poll(doc)
    seen = []
    for by in (1, 1, 1, 1, -1, -1, -1, -1):
        revealing.reveal(doc, by)
        seen.append((read_state(doc).revealed, revealing.is_waiting(doc)))
    assert seen == [(n, n < 3) for n in (1, 2, 3, 3, 2, 1, 0, 0)]


@pytest.mark.parametrize(("before", "after"), [(0, 3), (1, 3), (2, 3), (3, 0)])
def test_all_is_revealed_at_once_and_hidden_at_once(doc: Document, before: int, after: int) -> None:
    closed_poll(doc)
    revealing.reveal(doc, before)
    revealing.reveal_all(doc)
    assert read_state(doc).revealed == after


def test_on_another_page_or_under_something_called_up_no_click_reveals(doc: Document) -> None:
    closed_poll(doc)
    stage_state.show_prompt(doc)
    clicker.turn(doc, 1, more=False)
    stage_state.show_step(doc)
    on_stage.show_page(doc, "scene")
    clicker.turn(doc, 1, more=False)
    assert read_state(doc).revealed == 0
    on_stage.show_page(doc, "vote")
    clicker.turn(doc, 1, more=False)
    assert read_state(doc).revealed == 1


def noted(doc: Document) -> list[int]:
    on_stage.show_board(doc, "think-big")
    board = boards.board_by_key(doc, "think-big").id
    places = (("right", "heart", (900, 0)), ("left", "ideator", (0, 0)), ("below", "heart", (0, 900)))
    ids = [boards.add_notes(doc, board, [text], style, at=at)[0] for text, style, at in places]
    boards.add_dots(doc, [ids[2]], 2)
    boards.add_dots(doc, [ids[0]], 1)
    return ids


@pytest.mark.parametrize(
    ("pick", "texts", "words"),
    [
        ("", ["left", "right", "below"], ""),
        ("dots", ["below", "right"], "Most dots first"),
        ("style:heart", ["right", "below"], "Hearts"),
        ("style:analyst", [], "Analysts"),
        ("cluster:x", [], ""),
        ("style:parking", [], ""),
    ],
)
def test_notes_are_read_out_as_one_reads_a_wall(
    doc: Document, pick: str, texts: list[str], words: str
) -> None:
    noted(doc)
    board = boards.board_by_key(doc, "think-big").id
    assert [note.text for note in reading_out.picked(doc, board, pick)] == texts
    assert reading_out.pick_words(doc, pick) == words


def test_notes_are_picked_by_nothing_but_what_there_is(doc: Document, board: int) -> None:
    with pytest.raises(BugError, match="other:heart"):
        reading_out.picked(doc, board, "other:heart")


def test_reading_out_begins_where_it_was_asked_and_holds_at_both_ends(doc: Document) -> None:
    right, left, below = noted(doc)
    reading_out.read_out(doc, note=right)
    read = [read_state(doc).note]
    for by in (1, 1, -1, -1, -1):
        clicker.turn(doc, by, more=False)
        read.append(read_state(doc).note)
    assert read == [right, below, below, right, left, left]
    assert reading_out.note_now(doc, read_state(doc))[1:] == (1, 3)
    reading_out.read_out(doc, note=left, pick="style:heart")
    assert read_state(doc).note == right


def test_a_note_says_which_others_are_read_with_it(doc: Document) -> None:
    right, *_ = noted(doc)
    with pytest.raises(KnownError, match="Select a note"):
        reading_out.read_alike(doc, None, "style")
    with pytest.raises(KnownError, match="Select a note"):
        reading_out.read_alike(doc, right, "cluster")
    reading_out.read_alike(doc, right, "style")
    assert read_state(doc).pick == "style:heart"


def test_a_leaf_is_turned_from_the_one_that_is_shown(doc: Document) -> None:
    noted(doc)
    clicker.turn(doc, 1, more=True)
    clicker.turn(doc, -1, more=True, leaf=0)
    assert read_state(doc).leaf == 1
    clicker.turn(doc, -1, more=True, leaf=1)
    assert read_state(doc).leaf == 0
