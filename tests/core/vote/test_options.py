"""What may be voted on and in which order it stands; which rounds belong together; who decided since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.plan import priorities
from mission_desk.core.room import people
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, poll_opening, poll_options, polls, rounds, secret_ballots
from mission_desk.core.vote.outcome import cluster_totals, outcome
from mission_desk.core.vote.poll_options import Option
from mission_desk.core.vote.result_bars import by_style
from tests.core.vote.voting import draft_poll, free_poll, marks, seats_of, vote, voted


def lettered(options: list[Option]) -> list[tuple[str, str]]:
    return [(option.name, option.text) for option in options]


def test_only_what_has_words_can_be_voted_on(doc: Document, board: int) -> None:
    team = priorities.priorities(doc, "team")
    for row, text in zip(team, ("First", "  ", "Third "), strict=True):
        priorities.write_priority(doc, row.id, text)
    priorities.write_priority(doc, priorities.priorities(doc, "company")[0].id, "Of the company")
    options = poll_options.priority_options(doc)
    assert lettered(options) == [("A", "First"), ("B", "Third")]
    assert [option.priority for option in options] == [team[0].id, team[2].id]
    written, _ = (drafts.add_draft(doc, text=text) for text in (" Bold. ", " \n"))
    options = poll_options.draft_options(drafts.drafts(doc))
    assert [(option.text, option.draft) for option in options] == [("Bold.", written)]
    boards.add_notes(doc, board, ["a\n  thought"], "ideator")
    assert lettered(poll_options.note_options(doc, board)) == [("A", "a thought")]
    assert poll_options.cluster_options(doc, board) == []
    assert lettered(poll_options.free_options(" one \n\n two")) == [("A", "one"), ("B", "two")]
    assert doc.rows(Priority)


def test_notes_stand_cluster_by_cluster_and_the_loose_ones_last(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["loose", "z", "a", "b", "c"], "ideator")
    clustering.group_notes(doc, notes[1:3], "Zoo")
    clustering.group_notes(doc, notes[3:], "Ark")
    options = poll_options.note_options(doc, board)
    seen = {note.id: (note.y, note.x) for note in boards.notes_on(doc, board)}
    expected = [sorted(pair, key=seen.__getitem__) for pair in (notes[3:], notes[1:3], notes[:1])]
    assert [option.note for option in options] == [note for pair in expected for note in pair]
    assert lettered(poll_options.cluster_options(doc, board)) == [
        ("A", "Zoo · 2 notes"),
        ("B", "Ark · 2 notes"),
    ]
    cluster = options[0].cluster
    assert cluster is not None
    clustering.rename_cluster(doc, cluster, " ")
    assert poll_options.cluster_options(doc, board)[1].text == "Cluster without a name · 2 notes"


def test_the_words_of_another_round_are_those_of_now_unless_there_are_none(doc: Document) -> None:
    poll = voted(doc, draft_poll(doc), [marks(1, 0)])
    first, second = polls.choices(doc, poll.id)
    assert first.draft is not None
    assert second.draft is not None
    drafts.write_draft(doc, first.draft, " Bolder. ")
    drafts.write_draft(doc, second.draft, "  ")
    assert [rounds.changed_words(doc, each) for each in (first, second)] == ["Bolder.", ""]


@pytest.mark.parametrize("earlier", ["itself", "the next one"])
def test_rounds_of_a_file_made_by_hand_end(doc: Document, earlier: str) -> None:
    seats_of(doc, 1)
    first = voted(doc, free_poll(doc, "score"), [marks(1, 2, 3)])
    second = doc.row(Poll, rounds.vote_again(doc, first.id))
    number = first.id if earlier == "itself" else second.id
    with doc.action("test") as write:
        write.update(Poll, first.id, earlier=number)
    chain = rounds.rounds(doc, second)
    assert [(each.number, each.poll.id) for each in chain] == [(1, first.id), (2, second.id)]


def test_the_room_decided_where_it_chose_after_the_poll(doc: Document) -> None:
    poll = draft_poll(doc)
    first, other = (draft.id for draft in drafts.drafts(doc))
    drafts.choose(doc, first)
    voted(doc, poll, [marks(1, 0)])
    assert not poll_closing.chosen_since(doc, poll, first)
    drafts.choose(doc, other)
    assert poll_closing.chosen_since(doc, poll, other)
    assert not poll_closing.chosen_since(doc, poll, first)
    drafts.choose(doc, first)
    assert poll_closing.chosen_since(doc, poll, first)


@pytest.mark.parametrize("counted", [False, True])
def test_a_file_whose_history_is_gone_counts_as_decided(doc: Document, counted: bool) -> None:
    """Only where nothing says when: the poll's own end is in the journal here."""
    poll = draft_poll(doc)
    if counted:
        voted(doc, poll, [marks(1, 0)])
    draft = drafts.drafts(doc)[0].id
    assert poll_closing.chosen_since(doc, poll, draft) == (not counted)


def test_bars_of_styles_leave_out_what_was_withdrawn_and_wait_for_the_end(doc: Document) -> None:
    people.set_style_counts(doc, {"heart": 3, "ideator": 3})
    poll = free_poll(doc, "score")
    vote(doc, poll, [marks(5, 0, 1)] * 6)
    poll_opening.withdraw(doc, polls.choices(doc, poll)[0].id)
    assert by_style(doc, doc.row(Poll, poll)) == ()
    poll_closing.close_poll(doc, poll)
    bars = by_style(doc, doc.row(Poll, poll))
    assert [each.style for each in bars] == ["ideator", "heart"]
    counts = [[band.count for band in bands] for bands in bars[0].options]
    assert counts == [[3, 0, 0, 0, 0, 0, 0], [0, 3, 0, 0, 0, 0, 0]]


def test_bars_of_one_style_alone_are_those_of_all(doc: Document) -> None:
    people.set_style_counts(doc, {"heart": 6})
    assert by_style(doc, voted(doc, free_poll(doc, "score"), [marks(5, 0, 1)] * 6)) == ()


def test_options_stand_in_their_rank_whenever_they_were_stored(doc: Document) -> None:
    poll = free_poll(doc, "score")
    rows = polls.choices(doc, poll)
    with doc.action("test") as write:
        for rank, row in zip((2, 0, 1), rows, strict=True):
            write.update(Choice, row.id, rank=rank)
    assert [row.name for row in polls.choices(doc, poll)] == ["B", "C", "A"]


@pytest.mark.parametrize(("rule", "level"), [("score", ["A", "C"]), ("dots", ["A", "C"]), ("consent", [])])
def test_few_secret_ballots_are_level_only_where_the_first_place_wins(
    doc: Document, rule: str, level: list[str]
) -> None:
    seats_of(doc, 2)
    given = marks(0, 2, 0) if rule == "consent" else marks(1, 0, 1)
    shown = outcome(doc, voted(doc, free_poll(doc, rule, secret=True), [given] * 2).id)
    assert (shown.veiled, shown.winner) == (True, None)
    assert [option.choice.name for option in shown.best] == ["A", "C"]
    assert [option.choice.name for option in shown.level] == level


def test_those_that_are_level_stand_in_the_order_of_the_ballot(doc: Document) -> None:
    seats_of(doc, 2)
    shown = outcome(doc, voted(doc, free_poll(doc, "score"), [marks(1, 0, 1)] * 2).id)
    turned = replace(shown, result=replace(shown.result, could_win=(2, 0)))
    assert [option.choice.name for option in turned.level] == ["A", "C"]


@pytest.mark.parametrize("end", [poll_closing.close_poll, poll_opening.remove_poll])
def test_no_empty_page_is_left_where_secret_ballots_were(
    doc: Document, board: int, end: Callable[[Document, int], None]
) -> None:
    """How many there are would tell, beside an earlier copy, how much was written in between."""
    boards.remove_notes(doc, boards.add_notes(doc, board, ["x" * 1900] * 30, "ideator"))
    doc.connection.execute("CREATE TABLE large AS SELECT * FROM change")
    doc.connection.execute("DROP TABLE large")
    poll = open_secret_poll(doc)
    vote(doc, poll, [marks(1, 2, 3)])
    assert doc.connection.execute("PRAGMA freelist_count").fetchone()[0] > 0
    end(doc, poll)
    assert doc.connection.execute("PRAGMA freelist_count").fetchone()[0] == 0


def test_of_few_secret_dots_no_cluster_has_a_sum(doc: Document, board: int) -> None:
    seats_of(doc, 3)
    clustering.group_notes(doc, boards.add_notes(doc, board, ["one", "two"], "ideator"), "Pair")
    poll = poll_opening.open_poll(doc, "Which?", poll_options.note_options(doc, board), secret=True)
    assert cluster_totals(doc, voted(doc, poll, [marks(2, 1)] * 3)) == ()


def open_secret_poll(doc: Document) -> int:
    seats_of(doc, 6)
    return free_poll(doc, "score", secret=True)


def nothing_given(doc: Document) -> None:
    open_secret_poll(doc)


def given(doc: Document) -> None:
    vote(doc, open_secret_poll(doc), [marks(1, 2, 3)])


def counted(doc: Document) -> None:
    voted(doc, open_secret_poll(doc), [marks(1, 2, 3)] * 5)


def opening_undone(doc: Document) -> None:
    """As an earlier release left it."""
    poll = open_secret_poll(doc)
    doc.undo()
    with doc.aside("as before") as write:
        write.run("INSERT INTO sealed VALUES ('key', ?, '[1, 2, 3]')", poll)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (nothing_given, None),
        (given, "A secret poll is open, so no copy is made"),
        (counted, None),
        (opening_undone, "whose opening was undone lie in the file"),
    ],
)
def test_no_copy_is_made_while_two_files_compared_would_tell(
    doc: Document, state: object, sentence: str | None
) -> None:
    assert callable(state)
    state(doc)
    assert secret_ballots.waiting(doc) == (sentence is not None)
    if sentence is None:
        secret_ballots.refuse_copy(doc)
        return
    with pytest.raises(KnownError, match=sentence):
        secret_ballots.refuse_copy(doc)


def test_the_next_poll_destroys_the_ballots_of_an_undone_one_and_no_others(doc: Document) -> None:
    counted(doc)
    opening_undone(doc)
    assert doc.value("SELECT count(*) FROM sealed") == 6
    free_poll(doc, "dots")
    assert doc.value("SELECT count(*) FROM sealed") == 5
    secret_ballots.refuse_copy(doc)


def test_few_ballots_of_a_rule_that_is_not_there_stay_as_they_are(doc: Document) -> None:
    """Without its rule nobody can work out their order; the workshop opens all the same."""
    poll = open_secret_poll(doc)
    vote(doc, poll, [marks(5, 4, 1)] * 2)
    with doc.aside("as before") as write:
        write.run("INSERT INTO counted VALUES (?)", poll)
    with doc.action("test") as write:
        write.update(Poll, poll, state="closed", rule="later")
    assert poll_closing.orders_of_few(doc) == {}
    poll_closing.forget_few(doc)
    assert [content for (content,) in doc.records("SELECT content FROM sealed")] == ["[5, 4, 1]"] * 2


def test_a_seat_that_left_after_voting_leaves_its_place_to_nobody(doc: Document) -> None:
    """Its ballot is among the others; one more for those who are there still."""
    poll = open_secret_poll(doc)
    vote(doc, poll, [marks(1, 2, 3)] * 6)
    seats_of(doc, 5)
    with pytest.raises(KnownError, match="as many ballots as seats"):
        secret_ballots.cast_secret(doc, poll, None, marks(1, 2, 3))
    assert secret_ballots.ballots_in(doc, poll) == 6
