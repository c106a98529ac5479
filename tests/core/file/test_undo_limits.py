"""Undo and Redo lose nothing that they could not bring back: every action is done, undone and done again,
with all that is not journalled around it. Where that would be lost, nothing changes, and that is said."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from shutil import copyfile

import pytest
from msgspec.structs import asdict

from mission_desk import core
from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, pictures
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import RECORDED, Poll, Step
from mission_desk.core.file.undo_limits import PollHasBallots
from mission_desk.core.stage import desk_position, revealing
from mission_desk.core.vote import poll_closing, poll_opening, polls, secret_ballots
from mission_desk.core.vote.outcome import outcome
from mission_desk.core.whole import copies
from mission_desk.core.whole.starting import start_workshop
from mission_desk.tally.election import Ballot
from mission_desk.ui.desk.action_words import action_words
from tests.core.conftest import Clock
from tests.core.file.every_action import EVERY_ACTION, PICTURE, SECRET_POLLS, Day
from tests.core.vote.voting import draft_poll, free_poll, marks, seats, vote, voted

Rows = dict[str, list[tuple[object, ...]]]
ASIDE = ("session", "sealed", "sealed_reason", "voted", "counted", "picture")
CASES = [
    *((name, deed, name) for name, deed in EVERY_ACTION.items()),
    *((name, deed, f"{name} in a secret poll") for name, deed in SECRET_POLLS.items()),
]


def journalled(doc: Document) -> dict[tuple[str, int], dict[str, object]]:
    return {(kind.__name__.lower(), row.id): asdict(row) for kind in RECORDED for row in doc.rows(kind)}


def aside(doc: Document) -> Rows:
    return {table: sorted(doc.records(f"SELECT * FROM {table}")) for table in ASIDE}


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Day]:
    """A day in a file, once for all cases: a counted secret poll, a picture, and a clock that runs."""
    path = tmp_path_factory.mktemp("past") / "past.mission"
    doc = start_workshop(path, method("find-our-mission"), "en", Clock())
    board = boards.board_by_key(doc, "think-big").id
    agenda.begin_day(doc)
    pictures.add_pictures(doc, board, [PICTURE], "ideator")
    voted(doc, free_poll(doc, "score", secret=True), [marks(n % 6, 1, 2) for n in range(5)])
    day = Day(doc, board)
    doc.close()
    return path, day


@pytest.fixture
def day(past: tuple[Path, Day], path: Path, clock: Clock) -> Iterator[Day]:
    """The same day in a file of its own."""
    copyfile(past[0], path)
    copied = copy(past[1])
    copied.doc = Document.open(path, clock)
    yield copied
    copied.doc.close()


def live_on(doc: Document, before: set[int]) -> None:
    """What people do next and no journal knows: they stand where the act took place, start the clock of a new
    step, see the result, cast secret ballots."""
    desk_position.show_page(doc, "vote")
    for step in doc.rows(Step):
        if step.id not in before:
            agenda.open_step(doc, step.id)
            agenda.set_clock(doc, step, agenda.clock(doc, step).started(doc.steady()))
    revealing.reveal_all(doc)
    poll = polls.newest(doc)
    if (
        poll is not None
        and poll.secret
        and poll.state == "open"
        and not secret_ballots.ballots_in(doc, poll.id)
    ):
        vote(doc, poll.id, [marks(1, 1, 1), marks(0, 0, 3)])


def attempt(turn: Callable[[], bool]) -> bool:
    """Whether it was done, and not refused."""
    try:
        return turn()
    except PollHasBallots:
        return False


def test_the_walk_knows_every_action_there_is() -> None:
    assert EVERY_ACTION.keys() == action_words().keys()
    assert names_in_core() - {"workshop.new", "workshop.mend", "edition.start"} <= EVERY_ACTION.keys()


def names_in_core() -> set[str]:
    """Everything written as a first word of `action(...)`; a barrier closes three of them off."""
    names: set[str] = set()
    for file in Path(core.__file__).parent.rglob("*.py"):
        for part in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(part, ast.Call) and getattr(part.func, "attr", "") == "action" and part.args:
                words = [each for each in ast.walk(part.args[0]) if isinstance(each, ast.Constant)]
                names |= {str(each.value) for each in words}
    return names


@pytest.mark.parametrize(("name", "deed"), [case[:2] for case in CASES], ids=[case[2] for case in CASES])
def test_redo_brings_back_what_undo_took(day: Day, name: str, deed: Callable[[Day], object]) -> None:
    doc = day.doc
    steps = {step.id for step in doc.rows(Step)}
    deed(day)
    assert doc.undoable == name
    live_on(doc, steps)
    done, beside = journalled(doc), aside(doc)
    undone = attempt(doc.undo)
    assert aside(doc) == beside
    assert undone == (journalled(doc) != done)
    assert doc.redo() == undone
    assert (journalled(doc), aside(doc)) == (done, beside)
    if attempt(doc.undo):
        the_next_poll_destroys_nothing(doc, beside)


def the_next_poll_destroys_nothing(doc: Document, beside: Rows) -> None:
    """What Undo left in the tables that are not journalled stays there, and copies are made where no secret
    poll is open."""
    if not doc.rows(Poll, "state = 'open'"):
        poll_opening.remove_poll(doc, free_poll(doc, "score", secret=True))
    assert aside(doc) == beside
    if not secret_ballots.waiting(doc):
        copies.save_copy(doc, doc.path.with_name("copy.mission"))


# an open secret poll


@pytest.fixture
def half(doc: Document) -> int:
    """Seven of twelve have voted."""
    poll = draft_poll(doc, count=3, secret=True)
    vote(doc, poll, [marks(1, 1, 1)] * 7)
    return poll


def test_undo_stops_before_an_open_poll_with_ballots(doc: Document, half: int) -> None:
    for _ in range(3):
        with pytest.raises(PollHasBallots, match="7 ballots"):
            doc.undo()
    assert doc.row(Poll, half).state == "open"
    assert (secret_ballots.ballots_in(doc, half), len(polls.seats_done(doc, half))) == (7, 7)
    assert doc.undoable == "poll.open"
    assert doc.redoable is None


def test_undo_takes_back_what_was_done_since(doc: Document, board: int, half: int) -> None:
    boards.add_notes(doc, board, ["in between"], "heart")
    assert doc.undo()
    with pytest.raises(PollHasBallots):
        doc.undo()
    assert doc.redo()
    assert [note.text for note in boards.notes_on(doc, board)] == ["in between"]


def test_an_open_poll_without_ballots_is_undone(doc: Document) -> None:
    draft_poll(doc, secret=True)
    assert doc.undo()
    assert doc.rows(Poll) == []


def test_once_closed_undo_passes_and_redo_brings_the_counted_ballots_back(
    doc: Document, half: int, path: Path
) -> None:
    poll_closing.close_poll(doc, half)
    before, result = aside(doc), outcome(doc, half)
    assert doc.undo()
    assert doc.undo()
    assert doc.rows(Poll) == []
    copies.save_copy(doc, path.with_name("copy.mission"))
    assert doc.redo()
    with pytest.raises(KnownError, match="give itself away"):
        secret_ballots.cast_secret(doc, half, seats(doc)[9], marks(3, 0, 0))
    assert doc.redo()
    assert aside(doc) == before
    assert outcome(doc, half) == result


def test_redo_does_not_discard_what_was_cast_since(doc: Document) -> None:
    poll = draft_poll(doc, count=3, secret=True)
    poll_opening.remove_poll(doc, poll)
    doc.undo()
    vote(doc, poll, [marks(3, 0, 0)] * 5)
    with pytest.raises(PollHasBallots, match="5 ballots"):
        doc.redo()
    assert secret_ballots.ballots_in(doc, poll) == 5


def test_no_way_back_over_an_open_poll_with_ballots(doc: Document) -> None:
    point = doc.mark_point("before the vote")
    poll = draft_poll(doc, count=3, secret=True)
    vote(doc, poll, [marks(3, 0, 0)])
    before = journalled(doc)
    with pytest.raises(PollHasBallots, match="1 ballot "):
        doc.go_back_to(point)
    assert journalled(doc) == before
    poll_closing.close_poll(doc, poll)
    doc.go_back_to(point)
    doc.undo()
    assert secret_ballots.ballots_in(doc, poll) == 1


def test_a_stop_is_the_same_after_the_file_was_opened_again(doc: Document, half: int, path: Path) -> None:
    doc.close()
    again = Document.open(path)
    with pytest.raises(PollHasBallots):
        again.undo()
    poll_opening.remove_poll(again, half)
    assert (secret_ballots.ballots_in(again, half), secret_ballots.waiting(again)) == (0, False)
    copies.save_copy(again, path.with_name("copy.mission"))
    assert again.undo()
    assert secret_ballots.ballots_in(again, half) == 0
    again.close()


def test_ballots_of_an_open_poll_are_taken_back_one_by_one(doc: Document) -> None:
    poll = draft_poll(doc, count=3)
    given: list[Ballot] = [marks(1, 1, 1), marks(3, 0, 0)]
    vote(doc, poll, given)
    for left in (1, 0):
        assert doc.undo()
        assert len(polls.seats_done(doc, poll)) == left
    assert doc.undo()
    for _ in range(3):
        assert doc.redo()
    assert len(polls.seats_done(doc, poll)) == 2


def test_a_file_of_an_earlier_release_says_how_to_get_rid_of_undone_ballots(
    doc: Document, half: int, path: Path
) -> None:
    """There the opening could be undone under the ballots: the row is gone, they are not."""
    with doc.aside("earlier release") as write:
        write.run("UPDATE sealed SET poll = 99")
    with pytest.raises(KnownError, match="Redo brings the poll back"):
        copies.save_copy(doc, path.with_name("copy.mission"))
    poll_opening.remove_poll(doc, half)
    draft_poll(doc)
    copies.save_copy(doc, path.with_name("copy.mission"))
