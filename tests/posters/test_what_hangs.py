"""What goes on a wall and what must not: covered notes, numbers of few secret ballots; folded clusters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, clustering, covering
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.room import people, scene
from mission_desk.core.statement import drafts
from mission_desk.core.vote.bar_layout import Band
from mission_desk.core.whole.starting import start_workshop
from mission_desk.posters import from_rows
from mission_desk.posters.kinds.ballots_from_rows import ballot_sheets
from tests.core.vote.voting import both, draft_poll, free_poll, marks, seats_of, voted


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    doc = start_workshop(tmp_path / "day.mission", method("find-our-mission"), "en")
    yield doc
    doc.close()


def on_wall(doc: Document) -> int:
    return boards.board_by_key(doc, "think-big").id


def test_a_covered_note_hangs_on_no_wall(doc: Document) -> None:
    seen, hidden = boards.add_notes(doc, on_wall(doc), ["seen", "hidden"], "ideator")
    covering.cover_notes(doc, [hidden])
    assert [note.text for note in from_rows.board_poster(doc, "think-big").notes] == ["seen"]
    covering.uncover_notes(doc, [hidden])
    assert [note.text for note in from_rows.board_poster(doc, "think-big").notes] == ["seen", "hidden"]
    assert seen


def test_a_folded_cluster_hangs_as_one_note_with_all_its_dots(doc: Document) -> None:
    notes = boards.add_notes(doc, on_wall(doc), ["one", "two", "three"], "heart")
    cluster = clustering.group_notes(doc, notes[:2], "Pair")
    assert cluster is not None
    boards.add_dots(doc, notes, 3)
    clustering.fold_clusters(doc, [cluster], True)
    poster = from_rows.board_poster(doc, "think-big")
    assert poster.clusters == ()
    (loose, folded) = poster.notes
    corner = [boards.notes_on(doc, on_wall(doc))[n] for n in (0, 1)]
    assert (loose.text, loose.dots) == ("three", 3)
    assert folded.text.startswith("Pair")
    assert (folded.dots, folded.w, folded.h) == (6, 180, 156)
    assert (folded.x, folded.y) == (min(n.x for n in corner), min(n.y for n in corner))


def test_a_result_has_bars_a_score_and_a_verdict_where_it_may(doc: Document) -> None:
    seats_of(doc, 4)
    poll = voted(
        doc, draft_poll(doc, rule="pull-and-drag"), [both((5, 0), (5, 9))] + [both((5, 0), (5, 0))] * 3
    )
    first, second = from_rows.result_poster(doc).rows
    assert (first.letter, first.count, first.total, first.chosen) == ("A", 0, 0, False)
    assert first.bar == (Band("love it", 4, 4.0),)
    assert sum(band.count for band in second.bar) == 4
    assert (first.score, first.verdict) == ("Pull 5 · drag 0", "Loved.")
    assert tuple(key.words for key in from_rows.result_poster(doc, poll).legend) == (
        "block",
        "reservations",
        "can live",
        "support",
        "love it",
    )


@pytest.mark.parametrize(("rule", "given"), [("score", marks(1, 5, 3)), ("dots", marks(0, 3, 0))])
def test_of_few_secret_ballots_only_places_hang_on_a_wall(doc: Document, rule: str, given: object) -> None:
    seats_of(doc, 3)
    voted(doc, free_poll(doc, rule, secret=True), [given] * 3)  # type: ignore[list-item]
    poster = from_rows.result_poster(doc)
    assert [(row.count, row.total, row.bar, row.verdict) for row in poster.rows] == [(0, 0, (), "")] * 3
    assert poster.rows[1].score == "1."
    assert poster.legend == ()
    assert poster.note.endswith("secret")


def test_an_event_names_what_is_known(doc: Document) -> None:
    for place, day, event in (
        ("", "", ""),
        (" Hall ", "", "Hall"),
        ("", "soon", "soon"),
        ("Hall", "soon", "Hall, soon"),
    ):
        scene.edit_workshop(doc, place=place, day=day)
        assert from_rows.event(doc) == event


def test_only_names_that_were_given_stand_below_a_statement(doc: Document) -> None:
    drafts.choose(doc, drafts.add_draft(doc, text="Calm."))
    people.name_seat(doc, people.seats(doc)[2].id, " Maya ")
    boards.add_notes(doc, on_wall(doc), ["one"], "heart")
    poster = from_rows.statement_poster(doc)
    assert (poster.names, poster.squares, poster.look) == (("Maya",), ("heart",), "accent")


@pytest.mark.parametrize(
    ("secret", "numbered", "seats"),
    [(False, True, ("1", "2", "3")), (False, False, ("",) * 3), (True, False, (None,) * 3)],
)
def test_a_secret_ballot_asks_for_no_seat(
    doc: Document, secret: bool, numbered: bool, seats: tuple[str | None, ...]
) -> None:
    seats_of(doc, 3)
    poll = doc.row(Poll, free_poll(doc, "score", secret=secret))
    sheets = ballot_sheets(doc, poll, numbered=numbered)
    assert sheets.seats == seats
    assert [letter for letter, _ in sheets.options] == ["A", "B", "C"]
    assert (sheets.question, sheets.language, len(sheets.scales)) == ("Which?", "en", 1)
