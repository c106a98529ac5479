from __future__ import annotations

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards, clustering
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step
from mission_desk.core.plan import editions, links, priorities, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.room.style_words import style_plural
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import (
    BoardBody,
    PollBody,
    PrioritiesBody,
    PromptBody,
    RoadmapBody,
    StatementBody,
)
from mission_desk.core.stage.stage import slide
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.vote import poll_closing, poll_opening, poll_options, secret_ballots
from tests.core.vote.voting import both, free_poll, marks, voted


def test_the_room_hears_who_leads_and_who_listens(doc: Document, board: int) -> None:
    steps = agenda.steps(doc)
    agenda.open_step(doc, steps[4].id)
    shown = slide(doc, "board", board, None)
    assert shown.eyebrow == f"5 of {len(steps)} · Think big"
    assert shown.leads == ("ideator", "strategist")
    assert shown.listens == "Analysts and hearts: listen, your turn comes"
    agenda.open_step(doc, agenda.steps(doc)[0].id)
    assert slide(doc, "scene", None, None).listens == "Everybody"


def test_the_prompt_belongs_to_what_is_shown(doc: Document, board: int) -> None:
    steps = agenda.steps(doc)
    agenda.open_step(doc, steps[-1].id)
    assert slide(doc, "posters", None, None).prompt == steps[-1].prompt
    assert slide(doc, "board", board, None).prompt == steps[4].prompt
    parking = boards.board_by_key(doc, "parking")
    assert slide(doc, "board", parking.id, None).prompt == parking.prompt


def test_the_room_never_sees_the_facilitators_words(doc: Document, board: int) -> None:
    (note,) = boards.add_notes(doc, board, ["Nobody waits"], "ideator")
    concerns.raise_concern(doc, "whispered worry", note=note)
    for page in PAGES:
        for step in agenda.steps(doc):
            agenda.open_step(doc, step.id)
            shown = repr(slide(doc, page, board, None))
            assert doc.row(Step, step.id).note not in shown
            assert "whispered worry" not in shown


def test_a_board_shows_notes_frames_and_regions(doc: Document, board: int) -> None:
    pair = boards.add_notes(doc, board, ["one", "two"], "ideator")
    clustering.group_notes(doc, pair, "Pair")
    shown = slide(doc, "board", board, None)
    assert isinstance(shown.body, BoardBody)
    assert [note.text for note in shown.body.notes] == ["one", "two"]
    assert [frame.title for frame in shown.body.clusters] == ["Pair"]
    assert shown.footer == "2 notes"
    customers = boards.board_by_key(doc, "customers").id
    assert len(slide(doc, "board", customers, None).body.regions) == 5


def test_a_statement_is_shown_large_or_only_the_prompt(doc: Document) -> None:
    assert isinstance(slide(doc, "statement", None, None).body, PromptBody)
    draft = drafts.add_draft(doc, text=" We are calm. ")
    body = slide(doc, "statement", None, draft).body
    assert isinstance(body, StatementBody)
    assert (body.text, body.label) == ("We are calm.", "Draft A")
    drafts.choose(doc, draft)
    assert slide(doc, "posters", None, None).body.label == "Our mission"


def opened(doc: Document) -> int:
    """A secret poll on the drafts there are, three dots each."""
    return poll_opening.open_poll(
        doc, "Which?", poll_options.draft_options(drafts.drafts(doc)), dots_each=3, secret=True
    )


def test_an_open_poll_shows_progress_and_no_dots(doc: Document) -> None:
    assert isinstance(slide(doc, "vote", None, None).body, PromptBody)
    drafts.add_draft(doc, text="Bold.")
    poll = opened(doc)
    secret_ballots.cast_secret(doc, poll, people.seats(doc)[0].id, marks(3))
    body = slide(doc, "vote", None, None).body
    assert isinstance(body, PollBody)
    assert (body.progress, body.closed, body.rows[0].dots) == ("1 of 12 have voted", False, None)
    for seat in people.seats(doc)[1:5]:
        secret_ballots.cast_secret(doc, poll, seat.id, marks(2))
    poll_closing.close_poll(doc, poll)
    assert not slide(doc, "vote", None, None).body.rows[0].is_revealed
    revealing.reveal_all(doc)
    row = slide(doc, "vote", None, None).body.rows[0]
    assert (row.dots, row.seats, row.score) == (11, 5, "11 dots from 5 of 5")


def test_a_closed_poll_shows_bars_or_only_places_where_numbers_would_tell(doc: Document) -> None:
    poll = free_poll(doc, "pull-and-drag", 2, secret=True)
    voted(doc, poll, [both((5, 0), (0, 9))] * 5)
    revealing.reveal_all(doc)
    body = slide(doc, "vote", None, None).body
    assert [[(band.count, band.tone) for band in row.bar] for row in body.rows] == [[(5, 4.0)], [(5, 0.0)]]
    assert [key.words for key in body.legend] == [
        "block", "reservations", "can live", "support", "love it", "no answer",
    ]  # fmt: skip
    few = free_poll(doc, "pull-and-drag", 2, secret=True)
    voted(doc, few, [both((5, 0), (0, 9))] * 4)
    revealing.reveal_all(doc)
    body = slide(doc, "vote", None, None).body
    shown = [(row.bar, row.dots, row.score, row.verdict) for row in body.rows]
    assert shown == [((), None, "Place 1", ""), ((), None, "Place 2", "")]


def test_praise_is_no_warning_on_the_stage(doc: Document) -> None:
    voted(doc, free_poll(doc, "pull-and-drag", 2), [both((5, 1), (3, 1))] * 6)
    revealing.reveal_all(doc)
    body = slide(doc, "vote", None, None).body
    assert [(row.verdict.split()[0], row.warned) for row in body.rows] == [
        ("Loved.", False),
        ("Common", True),
    ]


def test_bars_are_revealed_option_by_option(doc: Document) -> None:
    voted(doc, free_poll(doc, "score", 3), [marks(5, 0, 3)] * 5)
    revealing.reveal(doc, 1)
    body = slide(doc, "vote", None, None).body
    assert [row.is_revealed for row in body.rows] == [True, False, False]
    assert body.bars


def test_seats_that_left_do_not_count_as_voted(doc: Document) -> None:
    drafts.add_draft(doc, text="Bold.")
    poll = opened(doc)
    for seat in people.seats(doc):
        secret_ballots.cast_secret(doc, poll, seat.id, marks(1))
    people.set_style_counts(doc, {"ideator": 2})
    assert slide(doc, "vote", None, None).body.progress == "2 of 2 have voted"


def test_priorities_road_map_and_review(doc: Document) -> None:
    company, team = priorities.priorities(doc, "company"), priorities.priorities(doc, "team")
    links.link(doc, company[1].id, team[2].id)
    body = slide(doc, "priorities", None, None).body
    assert isinstance(body, PrioritiesBody)
    assert body.links == ((1, 2),)
    roadmap.add_guideline(doc, role="Agent", text="Stay.", measure="Calls", start="1", goal="2", owner="Ruth")
    body = slide(doc, "roadmap", None, None).body
    assert isinstance(body, RoadmapBody)
    assert (body.roles, body.text) == (("Agent",), "Stay.")
    assert [each.texts for each in body.facts] == [("1 → 2",), ("By when?",), ("Ruth",)]
    editions.judge(doc, editions.add_promise(doc, "priority", "One call."), "lived")
    assert slide(doc, "review", None, None).body.rows == (("One call.", "It lived", ""),)


def test_a_review_shows_the_statement_and_what_was_answered_so_far(doc: Document) -> None:
    drafts.choose(doc, drafts.add_draft(doc, text="We are calm."))
    before = slide(doc, "review", None, None)
    assert (before.prompt, before.body) == ("What lived?", PromptBody(("We are calm.",)))
    editions.add_promise(doc, "priority", "One call.")
    editions.judge(doc, editions.add_promise(doc, "statement", "We were calm."), "partly")
    review = slide(doc, "review", None, None)
    assert (review.body.lead, review.footer) == ("We were calm.", "1 partly · 1 to look at")
    assert review.body.rows == (("The statement", "Partly", ""), ("One call.", "", ""))


def test_the_stage_speaks_the_workshops_language(doc: Document) -> None:
    scene.edit_workshop(doc, language="de")
    assert slide(doc, "scene", None, None).listens == "Alle"
    assert style_plural("heart", "en") == "Hearts"
