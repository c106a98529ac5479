"""Edges of what is written about a statement: what takes nothing, what joins, what comes back."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Concern, Draft, Gut, Hit, Part, Version
from mission_desk.core.room import people, scene
from mission_desk.core.statement import (
    buzzword_hunt,
    concerns,
    draft_sources,
    draft_tests,
    drafts,
    forking,
    gut_feelings,
    open_issues,
    parts,
    sensing,
)
from mission_desk.core.statement.gut_feelings import Strip, mean_words
from tests.core.conftest import Clock


def seats(doc: Document, number: int) -> list[int]:
    people.set_style_counts(doc, {"analyst": number, "ideator": 0, "strategist": 0, "heart": 0})
    return [seat.id for seat in people.seats(doc)]


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_nothing_typed_is_nothing_stored(doc: Document, board: int, nothing: str) -> None:
    draft = drafts.add_draft(doc, text=nothing)
    before = doc.value("SELECT count(*) FROM change")
    assert concerns.raise_concern(doc, nothing, draft=draft) is None
    assert draft_tests.note_recall(doc, draft, nothing) is None
    assert buzzword_hunt.call(doc, draft, nothing) is None
    assert drafts.keep_version(doc, draft) is None
    with pytest.raises(KnownError, match="no words yet"):
        gut_feelings.ask(doc, draft)
    assert doc.value("SELECT count(*) FROM change") == before


def test_what_is_typed_is_stored_without_the_blanks_around_it(doc: Document, clock: Clock) -> None:
    draft = drafts.add_draft(doc, text=" We listen. ")
    concern = concerns.raise_concern(doc, " Really? ", draft=draft, phrase="listen")
    assert concern is not None
    concerns.answer_concern(doc, concern, " Yes. ")
    row = doc.row(Concern, concern)
    stored = (row.text, row.answer, row.state, row.style, row.phrase, row.at)
    assert stored == ("Really?", "Yes.", "answered", "analyst", "listen", int(clock.moment))
    version = drafts.keep_version(doc, draft)
    assert version is not None
    first = doc.row(Version, version)
    assert (first.text, first.number, first.at) == ("We listen.", 1, int(clock.moment))
    drafts.rename_draft(doc, draft, " Calm ")
    drafts.set_audience(doc, draft, "shops")
    for kind, stored_kind in ((" motto ", "motto"), (" ", "mission"), ("vision", "vision")):
        drafts.set_kind(doc, draft, kind)
        assert doc.row(Draft, draft).kind == stored_kind
    assert (doc.row(Draft, draft).name, doc.row(Draft, draft).audience) == ("Calm", "shops")


def test_typing_is_one_entry_a_field_and_a_draft(doc: Document) -> None:
    first, second = drafts.add_draft(doc), drafts.add_draft(doc)
    before = doc.value("SELECT count(*) FROM action")
    for text in ("W", "We", "We listen."):
        drafts.write_draft(doc, first, text)
    drafts.write_draft(doc, second, "We ask.")
    for write in (drafts.rename_draft, drafts.set_audience):
        write(doc, first, "a")
        write(doc, first, "ab")
    assert doc.value("SELECT count(*) FROM action") - before == 4


def test_a_concern_that_the_text_settled_opens_again_without_its_version(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["one"], "ideator")
    draft = drafts.add_draft(doc, text="We listen.")
    on_note = concerns.raise_concern(doc, "Really?", note=note)
    on_draft = concerns.raise_concern(doc, "Who?", draft=draft)
    assert on_note is not None
    assert on_draft is not None
    concerns.settle_by_text(doc, on_note)
    assert doc.row(Concern, on_note).state == "open"
    assert (concerns.open_counts(doc, board), concerns.open_on_drafts(doc)) == ({note: 1}, {draft: 1})
    concerns.settle_by_text(doc, on_draft)
    settled = doc.row(Concern, on_draft)
    version = concerns.settling_version(doc, settled)
    assert version is not None
    assert (settled.state, version.text, concerns.open_on_drafts(doc)) == ("changed", "We listen.", {})
    concerns.reopen_concern(doc, on_draft)
    again = doc.row(Concern, on_draft)
    assert (again.state, again.version, concerns.settling_version(doc, again)) == ("open", None, None)
    concerns.accept_concern(doc, on_note)
    assert concerns.open_counts(doc, board) == {}
    concerns.remove_concern(doc, on_draft)
    assert concerns.concerns_on(doc, draft=draft) == []
    assert [each.id for each in concerns.concerns_on(doc, note=note)] == [on_note]


def test_words_come_back_from_a_version_and_the_present_ones_are_kept_once(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="One.")
    first = drafts.keep_version(doc, draft)
    assert first is not None
    assert drafts.keep_version(doc, draft) is None
    drafts.write_draft(doc, draft, "Two.")
    assert drafts.changed_since_kept(doc, draft)
    drafts.restore_version(doc, first)
    assert [(each.number, each.text) for each in drafts.versions(doc, draft)] == [(2, "Two."), (1, "One.")]
    assert doc.row(Draft, draft).text == "One."
    drafts.restore_version(doc, drafts.versions(doc, draft)[0].id)
    before = drafts.versions(doc, draft)
    drafts.write_draft(doc, draft, " ")
    drafts.restore_version(doc, first)
    assert (drafts.versions(doc, draft), doc.row(Draft, draft).text) == (before, "One.")


def test_phrases_follow_their_words_and_parts_without_words_are_missing(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["small shops"], "ideator")
    draft = drafts.add_draft(doc, text="We help small shops today.")
    draft_sources.link_note(doc, draft, note, "small shops")
    parts.mark_part(doc, draft, "serve", " small shops ")
    parts.mark_part(doc, draft, "do", "help")
    drafts.write_draft(doc, draft, "We help small corner shops today.")
    assert [origin.phrase for origin in draft_sources.origins(doc, draft)] == ["small corner shops"]
    assert parts.parts(doc, draft) == {"serve": "small corner shops", "do": "help"}
    parts.mark_part(doc, draft, "do", "")
    assert [row.key for row in doc.rows(Part)] == ["serve"]
    drafts.write_draft(doc, draft, "We listen.")
    assert parts.parts(doc, draft) == {}
    draft_sources.untie(doc, draft_sources.origins(doc, draft)[0].source)
    assert draft_sources.origins(doc, draft) == []


def test_a_fork_takes_only_what_stands_in_its_words(doc: Document, board: int) -> None:
    one, two = boards.add_notes(doc, board, ["calm", "quick"], "ideator")
    draft = drafts.add_draft(doc, text="A calm and quick voice.", kind="vision", name="Voice")
    for note, phrase in ((one, "calm"), (two, "quick")):
        draft_sources.link_note(doc, draft, note, phrase)
        parts.mark_part(doc, draft, "do" if phrase == "calm" else "tell", phrase)
    drafts.choose(doc, draft)
    made = forking.new_from(doc, [draft, draft], " A calm voice. ")
    row = doc.row(Draft, made)
    assert (row.text, row.kind, row.name, row.chosen, row.rank) == ("A calm voice.", "vision", "", 0, 1)
    assert [note.id for note in drafts.sources(doc, made)] == [one]
    assert parts.parts(doc, made) == {"do": "calm"}
    assert [version.text for version in drafts.versions(doc, made)] == ["A calm voice."]
    empty = forking.fork(doc, draft, " ")
    assert (drafts.versions(doc, empty), drafts.sources(doc, empty)) == ([], [])
    (ancestor, *_) = forking.ancestors(doc, drafts.versions(doc, forking.fork(doc, made, "A calm voice!"))[0])
    assert (ancestor.letter, ancestor.version.text) == ("B", "A calm voice.")


def test_a_feeling_is_replaced_and_the_last_seat_uncovers_all(doc: Document) -> None:
    one, two = seats(doc, 2)
    gut = gut_feelings.ask(doc, drafts.add_draft(doc, text="We listen."))
    gut_feelings.record_feeling(doc, gut, one, 0, "so so indeed")
    gut_feelings.record_feeling(doc, gut, one, 10, "x" * 41)
    assert [seat.id for seat in gut_feelings.waiting(doc, gut)] == [two]
    assert (gut_feelings.count(doc, gut), gut_feelings.strip(doc, doc.row(Gut, gut))) == (1, None)
    gut_feelings.record_feeling(doc, gut, two, 5, "Two words only")
    shown = gut_feelings.strip(doc, doc.row(Gut, gut))
    assert shown is not None
    assert shown.counts == (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
    assert (shown.words, shown.mean, shown.change) == (("x" * 40, "Two words"), 7.5, None)


def test_a_change_is_measured_from_the_last_wording_that_was_shown(doc: Document) -> None:
    (seat,) = seats(doc, 1)
    draft = drafts.add_draft(doc, text="We listen.")
    for score in (2, 9):
        gut_feelings.record_feeling(doc, gut_feelings.ask(doc, draft), seat, score)
    gut_feelings.ask(doc, draft)  # nobody has answered this one, so it stays covered
    last = gut_feelings.ask(doc, draft)
    gut_feelings.show(doc, last)
    assert gut_feelings.strip(doc, doc.row(Gut, last)) is None
    gut_feelings.record_feeling(doc, last, seat, 5)
    shown = gut_feelings.strip(doc, doc.row(Gut, last))
    assert shown is not None
    assert shown.change == -4
    newest = gut_feelings.newest(doc, draft)
    assert newest is not None
    assert newest.id == last


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (None, "7.5 on average"),
        (0.0, "7.5 on average · 0.0 more than for the wording before"),
        (2.0, "7.5 on average · 2.0 more than for the wording before"),
        (-2.0, "7.5 on average · 2.0 less than for the wording before"),
    ],
)
def test_a_mean_says_what_changed_and_which_way(change: float | None, words: str) -> None:
    assert mean_words(Strip((), (), 7.5, change)) == words


def test_hits_stand_called_ones_first_and_are_called_once(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="World-class service, world-class people.")
    first = buzzword_hunt.call(doc, draft, " World-class ")
    assert first is not None
    assert buzzword_hunt.call(doc, draft, "World-class") is None
    second = buzzword_hunt.call(doc, draft, "service")
    assert second is not None
    buzzword_hunt.accept(doc, first)
    assert [hit.id for hit in buzzword_hunt.hits(doc, draft)] == [second, first]
    again = buzzword_hunt.call(doc, draft, "World-class")
    assert again not in (None, first)
    buzzword_hunt.strike(doc, second)
    assert doc.row(Draft, draft).text == "World-class, world-class people."
    assert (buzzword_hunt.called(doc), doc.row(Hit, second).state) == (3, "struck")


def test_one_test_at_a_time_is_shown_and_only_for_its_draft(doc: Document) -> None:
    draft, other = drafts.add_draft(doc, text="We listen."), drafts.add_draft(doc, text="We ask.")
    draft_tests.show_swap(doc, draft_tests.trades(doc)[0].key)
    draft_tests.show_heart(doc, draft, "gone")
    assert (draft_tests.swap_shown(doc), draft_tests.heart_state(doc, draft)) == ("", "gone")
    assert draft_tests.heart_state(doc, other) == ""
    draft_tests.show_swap(doc, "a trade that is gone")
    assert draft_tests.next_swap(doc) == ""
    recalled = draft_tests.note_recall(doc, draft, " We hear. ")
    draft_tests.note_recall(doc, other, "We ask?")
    assert [(row.id, row.words) for row in draft_tests.recalls(doc, draft)] == [(recalled, "We hear.")]
    draft_tests.forget_recalls(doc, draft)
    assert (draft_tests.recalls(doc, draft), len(draft_tests.recalls(doc, other))) == ([], 1)


def test_the_sensor_knows_the_names_and_the_other_drafts_of_the_room(doc: Document, board: int) -> None:
    draft, other = drafts.add_draft(doc, text="We listen."), drafts.add_draft(doc, text="We ask.")
    drafts.add_draft(doc, text=" ")
    customers = boards.board_by_key(doc, "customers").id
    boards.add_notes(doc, customers, ["sleep well"], "customers")
    boards.add_notes(doc, board, ["elsewhere"], "ideator")
    scene.edit_workshop(doc, company=" Northwind ", team="", place="Harbour House 3")
    people.name_seat(doc, people.seats(doc)[0].id, "Łukasz")
    room = sensing.sensor_room(doc, draft)
    assert (room.customers, room.names, room.others) == (("sleep well",), ("Northwind",), ("We ask.",))
    assert len(sensing.sensor_room(doc).others) == 2
    assert {"northwind", "harbour", "house", "łukasz"} <= sensing.rightly_spelt(doc)
    assert "3" not in sensing.rightly_spelt(doc)
    finds = sensing.finder(doc)
    assert (finds("We deliver world-class synergies."), finds("We listen.")) == (True, False)
    (start, end), *_ = sensing.marker(doc)("We deliver world-class service.")
    assert 0 <= start < end
    assert other


def test_what_is_settled_says_nothing(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="Small shops sleep well because we answer at night.")
    issues = open_issues.unsettled(doc, draft)
    assert (issues.is_settled, open_issues.sentences(issues, "A")) == (True, [])
    concerns.raise_concern(doc, "Really?", draft=draft)
    issues = open_issues.unsettled(doc, draft)
    assert not issues.is_settled
    assert open_issues.sentences(issues, "A") == ["1 concern is open on A."]


def test_quoted_words_are_marked_nowhere_and_too_many_words_are_unsettled(doc: Document) -> None:
    scene.edit_workshop(doc, company="Northwind")
    assert sensing.marker(doc)("They say “world-class” of us, and we listen.") == ()
    long = drafts.add_draft(doc, text=" ".join(["we answer the phone at night"] * 12) + ".")
    issues = open_issues.unsettled(doc, long)
    assert (issues.concerns, issues.words, issues.is_settled) == ((), 72, False)
    assert not open_issues.OpenIssues((), ("synergy",), 0).is_settled
    assert open_issues.OpenIssues((), (), 0).is_settled


def test_a_note_names_its_drafts_by_letter_however_they_were_linked(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["calm"], "ideator")
    first, second = (drafts.add_draft(doc, text="A calm voice.") for _ in range(2))
    for draft in (second, first):
        draft_sources.link_note(doc, draft, note, "calm")
    assert [use.letter for use in draft_sources.uses(doc, note)] == ["A", "B"]
    drafts.write_draft(doc, first, "A voice.")
    assert [use.phrase for use in draft_sources.uses(doc, note)] == ["", "calm"]
