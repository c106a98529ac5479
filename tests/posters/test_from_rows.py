from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.room import people, scene
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing
from mission_desk.core.whole.starting import start_workshop
from mission_desk.posters import from_rows
from mission_desk.posters.contents import Box, PosterNote
from tests.core.vote.voting import draft_poll, marks, vote


@pytest.fixture(params=["en", "de"])
def doc(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Document]:
    doc = start_workshop(tmp_path / "day.mission", method("find-our-mission"), request.param)
    scene.edit_workshop(doc, team="Customer Service", place="Harbour House", day="2026-11-23")
    yield doc
    doc.close()


def in_words(doc: Document, en: str, de: str) -> str:
    return {"en": en, "de": de}[scene.workshop(doc).language]


def test_the_chosen_statement_goes_on_the_wall(doc: Document) -> None:
    drafts.add_draft(doc, text="Bold.")
    drafts.choose(doc, drafts.add_draft(doc, text=" Calm. "))
    people.name_seat(doc, people.seats(doc)[0].id, "Maya Okafor")
    for key, style in (("gut", "heart"), ("customers", "customers")):
        boards.add_notes(doc, boards.board_by_key(doc, key).id, ["a note"], style)
    poster = from_rows.statement_poster(doc, look="sun", ink_saver=True)
    assert (poster.statement, poster.team, poster.names) == ("Calm.", "Customer Service", ("Maya Okafor",))
    assert poster.squares == ("customers", "heart")
    assert (poster.look, poster.ink_saver) == ("sun", True)
    assert poster.eyebrow == in_words(doc, "Our mission", "Unsere Mission")
    assert poster.event.replace("\u00a0", " ") == in_words(
        doc, "Harbour House, 23 November 2026", "Harbour House, 23. November 2026"
    )


def test_another_draft_can_be_printed_and_none_is_a_sentence(doc: Document) -> None:
    with pytest.raises(KnownError):
        from_rows.statement_poster(doc)
    drafts.add_draft(doc, text="Bold.")
    second = drafts.add_draft(doc, text="We dream.", kind="vision")
    drafts.choose(doc, drafts.drafts(doc)[0].id)
    poster = from_rows.statement_poster(doc, next(row for row in drafts.drafts(doc) if row.id == second))
    assert (poster.statement, poster.eyebrow) == ("We dream.", in_words(doc, "Our vision", "Unsere Vision"))
    assert poster.vision == ""
    drafts.choose(doc, second)
    both = from_rows.statement_poster(doc)
    assert (both.statement, both.vision, both.vision_eyebrow) == ("Bold.", "We dream.", poster.eyebrow)


def test_a_board_hangs_as_it_lies(doc: Document) -> None:
    board = boards.board_by_key(doc, "think-big").id
    pair = boards.add_notes(doc, board, ["one", "two"], "ideator")
    clustering.group_notes(doc, pair, "Pair")
    boards.add_dots(doc, [pair[0]], 2)
    poster = from_rows.board_poster(doc, "think-big")
    label = in_words(doc, "Ideator", "Ideengeber")
    assert poster.notes[0] == PosterNote("one", "ideator", label, 0, 0, 180, 156, 2)
    assert poster.clusters == (Box("Pair", -18, -40, 408, 214),)
    assert len(from_rows.board_poster(doc, "customers").regions) == 5
    with pytest.raises(KnownError):
        from_rows.board_poster(doc, "wall")


def test_a_result_is_printed_when_the_poll_is_closed(doc: Document) -> None:
    drafts.add_draft(doc, text="Bold.")
    drafts.add_draft(doc, text="Calm.")
    poll = draft_poll(doc)
    vote(doc, poll, [marks(1, 2)])
    with pytest.raises(KnownError):
        from_rows.result_poster(doc)
    poll_closing.close_poll(doc, poll)
    drafts.choose(doc, drafts.drafts(doc)[1].id)
    poster = from_rows.result_poster(doc)
    assert [(row.letter, row.count, row.total, row.chosen) for row in poster.rows] == [
        ("A", 1, 3, False),
        ("B", 2, 3, True),
    ]
    assert poster.note == in_words(doc, "1 seat voted · 3 dots each", "1 Platz hat abgestimmt · je 3 Punkte")


def test_what_is_no_date_stays_as_it_was_typed() -> None:
    assert from_rows.written_date("next Tuesday", "en") == "next Tuesday"
    assert from_rows.written_date("", "de") == ""
    assert from_rows.written_date("2027-03-02", "de").replace("\u00a0", " ") == "2. März 2027"
