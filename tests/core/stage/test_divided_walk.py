"""The stage walks the options that divide the room most, one alone at a time, by the clicker's two keys."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import clicker, revealing
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage import now
from tests.core.stage.on_stage import show_page
from tests.core.vote.voting import free_poll, marks, seats_of, vote, voted

SPLIT = [marks(3, 5, 1, 5, 2)] * 3 + [marks(3, 0, 1, 0, 4)] * 3


def on_stage(doc: Document) -> tuple[str, str]:
    body = now(doc).body
    assert isinstance(body, PollBody)
    return "".join(row.name for row in body.rows), body.progress


def test_the_walk_goes_from_the_most_divided_to_the_whole_result(doc: Document) -> None:
    seats_of(doc, 6)
    show_page(doc, "vote")
    voted(doc, free_poll(doc, "score", 5), SPLIT)
    revealing.walk_divided(doc)
    walked = []
    for by in (1, 1, -1, 1, 1):
        walked.append(on_stage(doc)[0])
        clicker.turn(doc, by, more=False)
    assert walked == ["B", "D", "E", "D", "E"]
    assert on_stage(doc)[0] == "ABCDE"
    revealing.walk_divided(doc)
    assert on_stage(doc) == ("B", "Most divided: 1 of 3")
    clicker.turn(doc, -1, more=False)
    assert on_stage(doc)[0] == "ABCDE"


def test_each_option_of_the_walk_has_its_bar_whatever_the_open_step_is_about(doc: Document) -> None:
    seats_of(doc, 6)
    voted(doc, free_poll(doc, "score", 5), SPLIT)
    revealing.walk_divided(doc)
    (row,) = now(doc).body.rows  # type: ignore[union-attr]
    assert [(band.words, band.count) for band in row.bar] == [("0", 3), ("5", 3)]


def test_there_is_no_walk_before_the_end_nor_over_few_secret_ballots(doc: Document) -> None:
    seats_of(doc, 6)
    show_page(doc, "vote")
    poll = free_poll(doc, "score", 5)
    vote(doc, poll, SPLIT)
    with pytest.raises(KnownError):
        revealing.walk_divided(doc)
    doc.undo()
    for _ in range(len(SPLIT)):
        doc.undo()
    voted(doc, free_poll(doc, "score", 5, secret=True), SPLIT[1:5])
    with pytest.raises(KnownError):
        revealing.walk_divided(doc)
    assert not any(row.is_revealed for row in now(doc).body.rows)  # type: ignore[union-attr]


def test_a_new_poll_ends_the_walk(doc: Document) -> None:
    seats_of(doc, 6)
    show_page(doc, "vote")
    voted(doc, free_poll(doc, "score", 5), SPLIT)
    revealing.walk_divided(doc)
    later = free_poll(doc, "score", 2)
    assert on_stage(doc)[0] == "AB"
    voted(doc, later, [marks(5, 0)] * 3 + [marks(0, 5)] * 3)
    assert on_stage(doc)[0] == "AB"
