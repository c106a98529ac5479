"""Drafts: no words are lost, letters and numbers have no gaps, and phrases remember their notes."""

from __future__ import annotations

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft
from mission_desk.core.room import people
from mission_desk.core.statement import (
    buzzword_hunt,
    concerns,
    draft_sources,
    draft_tests,
    drafts,
    gut_feelings,
    open_issues,
)


def texts(doc: Document) -> list[str]:
    return [draft.text for draft in drafts.drafts(doc)]


@pytest.mark.parametrize(("rank", "letter"), [(0, "A"), (25, "Z"), (26, "A1"), (51, "Z1"), (52, "A2")])
def test_letters_go_on_behind_z(doc: Document, rank: int, letter: str) -> None:
    drafts.add_draft(doc)
    with doc.action("test.rank") as write:
        write.update(Draft, drafts.drafts(doc)[0].id, rank=rank)
    assert drafts.letter(drafts.drafts(doc)[0]) == letter


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (" Bold ", "We are calm.", "Bold"), ("", "We are calm.", "We are calm."),
        ("", "We are very calm.", "We are very…"), (" ", "", "new"), ("", "Calm", "Calm"),
    ],
)  # fmt: skip
def test_a_draft_is_called_by_its_name_or_its_first_three_words(
    doc: Document, name: str, text: str, shown: str
) -> None:
    draft = drafts.add_draft(doc, text=text, name=name)
    assert drafts.shown_name(doc.row(Draft, draft)) == shown


def test_letters_have_no_gap_after_a_draft_is_removed(doc: Document) -> None:
    ids = [drafts.add_draft(doc, text=text) for text in "abc"]
    drafts.remove_draft(doc, ids[0])
    assert [(row.text, drafts.letter(row)) for row in drafts.drafts(doc)] == [("b", "A"), ("c", "B")]
    drafts.add_draft(doc, text="d")
    assert [row.rank for row in drafts.drafts(doc)] == [0, 1, 2]


def test_one_draft_at_most_is_chosen(doc: Document) -> None:
    one, two = drafts.add_draft(doc, text="a"), drafts.add_draft(doc, text="b")
    assert drafts.chosen(doc) is None
    drafts.choose(doc, one)
    drafts.choose(doc, two)
    assert [bool(row.chosen) for row in drafts.drafts(doc)] == [False, True]
    assert drafts.chosen(doc) == doc.row(Draft, two)


def test_a_mission_and_a_vision_are_chosen_side_by_side(doc: Document) -> None:
    ids = [drafts.add_draft(doc, text=text) for text in "abcd"]
    for row in ids[2:]:
        drafts.set_kind(doc, row, "vision")
    for row in ids:
        drafts.choose(doc, row)
    assert [bool(row.chosen) for row in drafts.drafts(doc)] == [False, True, False, True]
    assert drafts.chosen(doc) == drafts.chosen_mission(doc) == doc.row(Draft, ids[1])
    assert drafts.chosen_vision(doc) == doc.row(Draft, ids[3])
    drafts.remove_draft(doc, ids[1])
    assert drafts.chosen(doc) == drafts.chosen_vision(doc)


def test_a_chosen_draft_that_becomes_another_kind_gives_way_to_the_one_chosen_as_that(doc: Document) -> None:
    mission, vision = (drafts.add_draft(doc, text=text) for text in "ab")
    drafts.choose(doc, mission)
    drafts.set_kind(doc, mission, "vision")
    assert drafts.chosen_vision(doc) == doc.row(Draft, mission)
    drafts.choose(doc, vision)
    drafts.set_kind(doc, vision, "promise")
    assert drafts.chosen_mission(doc) == doc.row(Draft, vision)
    drafts.set_kind(doc, vision, "vision")
    assert [bool(row.chosen) for row in drafts.drafts(doc)] == [True, False]


def test_a_statement_holds_so_many_characters_and_not_one_more(doc: Document) -> None:
    most = "a" * drafts.STATEMENT_LIMIT
    draft = drafts.add_draft(doc, text=most)
    with pytest.raises(KnownError, match="2001 characters; a statement holds 2000"):
        drafts.write_draft(doc, draft, most + "a")
    assert texts(doc) == [most]


def test_what_stood_there_is_kept_before_older_words_come_back(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="One.")
    first = drafts.keep_version(doc, draft)
    assert first is not None
    assert drafts.keep_version(doc, draft) is None
    drafts.write_draft(doc, draft, "Two.")
    drafts.restore_version(doc, first)
    assert [(row.number, row.text) for row in drafts.versions(doc, draft)] == [(2, "Two."), (1, "One.")]
    assert texts(doc) == ["One."]
    drafts.restore_version(doc, first)
    drafts.write_draft(doc, draft, " ")
    assert not drafts.changed_since_kept(doc, draft)
    drafts.restore_version(doc, drafts.versions(doc, draft)[0].id)
    assert len(drafts.versions(doc, draft)) == 2
    assert texts(doc) == ["Two."]


def test_notes_words_are_appended_and_each_note_is_named_once(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["calm", "kind", "quick"], "ideator")
    draft = drafts.draft_from_notes(doc, notes[:2])
    drafts.use_notes(doc, draft, notes[1:])
    assert texts(doc) == ["calm\nkind\nkind\nquick"]
    assert [note.id for note in drafts.sources(doc, draft)] == notes
    assert [(each.note.id, each.phrase) for each in draft_sources.origins(doc, draft)] == list(
        zip(notes, ["calm", "kind", "quick"], strict=True)
    )


def test_a_note_says_which_drafts_it_went_into_and_with_which_words(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["calm"], "ideator")
    one, two = drafts.draft_from_notes(doc, [note]), drafts.draft_from_notes(doc, [note])
    drafts.write_draft(doc, two, "Something else entirely")
    assert [(use.letter, use.phrase) for use in draft_sources.uses(doc, note)] == [("A", "calm"), ("B", "")]
    assert draft_sources.letters_of_notes(doc) == {note: "AB"}
    assert draft_sources.origins(doc, two)[0].phrase == ""
    drafts.remove_draft(doc, one)
    assert draft_sources.letters_of_notes(doc) == {note: "A"}


@pytest.mark.parametrize(
    ("text", "at", "after", "span"),
    [
        ("", 0, "calm words", (0, 10)),
        ("We.", 0, "calm words We.", (0, 10)),
        ("We.", 2, "We calm words.", (3, 13)),
        ("We are", 6, "We are calm words", (7, 17)),
        ("We are", 3, "We calm words are", (3, 13)),
        ("We are", 2, "We calm words are", (3, 13)),
        ("We", 99, "We calm words", (3, 13)),
        ("We", -5, "calm words We", (0, 10)),
    ],
)
def test_words_put_into_a_text_have_one_blank_on_each_side(
    doc: Document, board: int, text: str, at: int, after: str, span: tuple[int, int]
) -> None:
    (note,) = boards.add_notes(doc, board, ["calm words"], "ideator")
    draft = drafts.add_draft(doc, text=text)
    assert draft_sources.place_words(doc, draft, note, " calm  words ", at) == span
    assert texts(doc) == [after]
    assert [each.phrase for each in draft_sources.origins(doc, draft)] == ["calm words"]


def test_a_note_is_linked_once_to_one_place_and_twice_to_two(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["calm"], "ideator")
    draft = drafts.add_draft(doc, text="We are calm and kind.")

    def phrases() -> list[str]:
        return [each.phrase for each in draft_sources.origins(doc, draft)]

    for phrase in ("calm", "calm", "are calm"):
        draft_sources.link_note(doc, draft, note, phrase)
    assert phrases() == ["are calm"]
    draft_sources.link_note(doc, draft, note, "kind")
    assert phrases() == ["are calm", "kind"]
    drafts.write_draft(doc, draft, "Quite another sentence of words.")
    draft_sources.link_note(doc, draft, note, "words")
    assert "words" in phrases()
    assert len(phrases()) == 2


def test_concerns_stand_open_ones_first_and_are_counted_only_while_open(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["calm"], "ideator")
    draft = drafts.add_draft(doc, text="We are calm.")
    assert concerns.raise_concern(doc, "  ", note=note) is None
    on_note = [concerns.raise_concern(doc, f" {n} ", note=note) for n in range(3)]
    on_draft = concerns.raise_concern(doc, "Really?", draft=draft)
    assert on_note[0] is not None
    assert on_draft is not None
    concerns.answer_concern(doc, on_note[0], " Yes. ")
    rows = concerns.concerns_on(doc, note=note)
    assert [(row.text, row.state, row.answer) for row in rows] == [
        ("1", "open", ""),
        ("2", "open", ""),
        ("0", "answered", "Yes."),
    ]
    assert (concerns.open_counts(doc, board), concerns.open_on_drafts(doc)) == ({note: 2}, {draft: 1})
    concerns.accept_concern(doc, on_draft)
    assert concerns.open_on_drafts(doc) == {}
    concerns.reopen_concern(doc, on_draft)
    assert concerns.open_on_drafts(doc) == {draft: 1}
    concerns.remove_concern(doc, on_draft)
    assert concerns.concerns_on(doc, draft=draft) == []


def test_before_choosing_one_hears_of_open_concerns_empty_and_too_many_words(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We help people on the phone.")
    assert open_issues.unsettled(doc, draft).is_settled
    settled = concerns.raise_concern(doc, "Really?", draft=draft)
    concerns.raise_concern(doc, "Why?", draft=draft)
    assert settled is not None
    concerns.accept_concern(doc, settled)
    drafts.write_draft(doc, draft, "“Innovative” is a word. We deliver synergy. " + "We help people. " * 20)
    issues = open_issues.unsettled(doc, draft)
    assert [each.text for each in issues.concerns] == ["Why?"]
    assert issues.findings == ("deliver synergy",)
    assert issues.words > 60
    first, second, third = open_issues.sentences(issues, "A")
    assert first == "1 concern is open on A."
    assert "left in A" in second
    assert third.startswith(f"{issues.words} words is long")


def test_only_the_first_four_empty_words_are_named(doc: Document) -> None:
    issues = open_issues.OpenIssues((), ("a", "b", "c", "d", "e"), 0)
    assert open_issues.sentences(issues, "A") == ["5 empty words are left in A: a, b, c, d."]


def test_what_was_recalled_stands_in_the_order_of_the_telling(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="We are calm.")
    assert draft_tests.note_recall(doc, draft, " ") is None
    for words in ("z", " a ", "m"):
        draft_tests.note_recall(doc, draft, words)
    assert [row.words for row in draft_tests.recalls(doc, draft)] == ["z", "a", "m"]
    draft_tests.forget_recalls(doc, draft)
    assert draft_tests.recalls(doc, draft) == []


def test_trades_come_one_after_the_other_and_then_the_drafts_own_words(doc: Document) -> None:
    keys = [trade.key for trade in draft_tests.trades(doc)]
    assert [draft_tests.next_swap(doc) for _ in range(len(keys) + 1)] == [*keys, ""]
    draft_tests.show_swap(doc, "no such trade")
    assert draft_tests.next_swap(doc) == ""


def test_a_hunt_is_due_while_analysts_lead(doc: Document) -> None:
    assert not buzzword_hunt.is_due(doc)
    agenda.begin_day(doc)
    due = []
    for step in agenda.steps(doc):
        agenda.open_step(doc, step.id)
        due.append(buzzword_hunt.is_due(doc) == ("analyst" in agenda.leads(step)))
    assert all(due)
    assert any("analyst" in agenda.leads(step) for step in agenda.steps(doc))


@pytest.fixture
def asked(doc: Document) -> tuple[int, list[int]]:
    people.set_style_counts(doc, {"ideator": 8})
    draft = drafts.add_draft(doc, text="We are calm.")
    return gut_feelings.ask(doc, draft), [seat.id for seat in people.seats(doc)]


def test_the_words_said_most_come_first_and_six_are_shown(
    doc: Document, asked: tuple[int, list[int]]
) -> None:
    gut, seats = asked
    words = ["a", "b", "c", "d", "e", "f", "g", "G"]
    for score, (seat, word) in enumerate(zip(seats, words, strict=True)):
        gut_feelings.record_feeling(doc, gut, seat, 10 - score, word)
    strip = gut_feelings.strip(doc, gut_feelings.newest(doc, drafts.drafts(doc)[0].id))
    assert strip is not None
    assert (strip.words[0].casefold(), len(strip.words)) == ("g", 6)
    assert strip.words[1:] == ("a", "b", "c", "d", "e")


def test_feelings_are_shown_before_all_are_in_only_where_somebody_asks(
    doc: Document, asked: tuple[int, list[int]]
) -> None:
    gut, seats = asked
    draft = drafts.drafts(doc)[0].id
    gut_feelings.record_feeling(doc, gut, seats[0], 0)
    assert gut_feelings.strip(doc, gut_feelings.newest(doc, draft)) is None
    assert [seat.id for seat in gut_feelings.waiting(doc, gut)] == seats[1:]
    gut_feelings.show(doc, gut)
    strip = gut_feelings.strip(doc, gut_feelings.newest(doc, draft))
    assert strip is not None
    assert (strip.mean, strip.counts[0], strip.change) == (0.0, 1, None)
    with pytest.raises(KnownError, match="0 to 10"):
        gut_feelings.record_feeling(doc, gut, seats[0], 11)
