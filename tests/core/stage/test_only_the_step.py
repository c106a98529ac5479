"""What the room sees follows from the open step and from what was put on the stage. The rule is written down
here a second time, from acts alone; turning a page or a tab of the desk changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import BENCH_TABS, PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Draft
from mission_desk.core.plan import priorities
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position, putting, reading_out, stage_state
from mission_desk.core.stage.slides import Slide
from mission_desk.core.stage.stage import now
from mission_desk.core.statement import buzzword_hunt, drafts
from mission_desk.core.vote import poll_opening, poll_options

COMPANY = "mission of the company"
DRAFTS = ("draft one", "draft two", "draft three")
NONE_CHOSEN = "No statement is chosen yet."
QUESTION = "question of the poll"


@pytest.fixture
def full(doc: Document) -> Document:
    """Each board, draft and poll with words of its own, so that a slide's words say where they are from."""
    scene.edit_workshop(doc, mission=COMPANY)
    priorities.write_priority(doc, priorities.priorities(doc, "team")[0].id, "priority of ours")
    for board in boards.boards(doc):
        boards.add_notes(doc, board.id, [f"note on {board.key}"], "ideator")
    for text in DRAFTS:
        drafts.add_draft(doc, text=text)
    buzzword_hunt.call(doc, drafts.drafts(doc)[0].id, "draft")
    options = poll_options.draft_options(drafts.drafts(doc))
    poll_opening.open_poll(doc, QUESTION, options, dots_each=3, secret=False)
    return doc


class Day:
    """The rule in other words: the page, board and draft that the room may see, from acts alone."""

    def __init__(self, doc: Document) -> None:
        self.doc, self.step, self.chosen = doc, 0, -1
        self.put: tuple[str, str, int] | None = None
        self.reads, self.hunts, self.revealed = "", False, False

    # what the facilitator does

    def open_step(self, number: int, *, turns: bool) -> None:
        agenda.open_step(self.doc, agenda.steps(self.doc)[number].id, turns=turns)
        if number != self.step:
            self.put, self.reads, self.hunts, self.revealed = None, "", False, False
        self.step = number

    def put_desk(self) -> None:
        putting.put_desk(self.doc)
        board, draft = desk_position.board(self.doc), desk_position.draft(self.doc)
        assert board is not None
        assert draft is not None
        self.put = (desk_position.page(self.doc), board.key, DRAFTS.index(draft.text))
        self.reads, self.hunts = "", False

    def back(self) -> None:
        stage_state.show_step(self.doc)
        self.put, self.reads, self.hunts = None, "", False

    def read(self) -> None:
        board = desk_position.board(self.doc)
        assert board is not None
        reading_out.read_out(self.doc)
        self.reads = board.key

    def hunt(self, number: int) -> None:
        putting.put_hunt(self.doc, drafts.drafts(self.doc)[number].id)
        self.put, self.reads, self.hunts = ("statement", "", number), "", True

    def choose(self, number: int) -> None:
        putting.choose(self.doc, drafts.drafts(self.doc)[number].id)
        self.chosen = number
        if self.put is not None and self.put[0] == "statement":
            self.put, self.reads, self.hunts = ("statement", "", number), "", False

    # what the room may see then

    def expected(self) -> set[str]:
        """The words of `full` that stand on the slide."""
        row = agenda.steps(self.doc)[self.step]
        page, board, draft = self.put or (row.page, row.board, self.chosen)
        if self.reads:
            return {f"note on {self.reads}"}
        chosen = {DRAFTS[self.chosen]} if self.chosen >= 0 else {NONE_CHOSEN}
        if page == "scene":
            return {COMPANY} if self.step != 0 else set()
        if page == "board":
            return {f"note on {board}"}
        if page == "statement":
            return {DRAFTS[draft]} if draft >= 0 else set(DRAFTS)
        if page == "posters":
            covered = self.put is None and self.chosen >= 0
            return set() if covered else chosen
        shown = {
            "vote": {QUESTION, *DRAFTS},
            "priorities": {"priority of ours"} | chosen,
            "review": {DRAFTS[self.chosen]} if self.chosen >= 0 else set(),
        }
        return shown.get(page, set())

    def check(self, slide: Slide) -> None:
        steps = agenda.steps(self.doc)
        assert words_on(slide) == self.expected()
        assert ("uzz!" in repr(slide)) == (self.hunts and not self.reads)
        if slide.eyebrow:  # a celebration stands alone
            assert slide.eyebrow.startswith(f"{self.step + 1} of ")
        own = {board.prompt for board in self.doc.rows(Board, "1")}
        others = {row.prompt for row in steps} - {steps[self.step].prompt} - own
        assert slide.prompt not in others


def words_on(slide: Slide) -> set[str]:
    contents = repr(slide)
    notes = [f"note on {board.key}" for board in method("find-our-mission").boards]
    every = [COMPANY, *DRAFTS, NONE_CHOSEN, QUESTION, "priority of ours", *notes]
    return {words for words in every if words in contents}


TURNS: dict[str, Callable[[Document, int], object]] = {
    "page": lambda doc, n: desk_position.show_page(doc, PAGES[n % len(PAGES)]),
    "board": lambda doc, n: desk_position.show_board(
        doc, boards.boards(doc)[n % len(boards.boards(doc))].key
    ),
    "draft": lambda doc, n: desk_position.show_draft(doc, drafts.drafts(doc)[n % 3].id),
    "tab": lambda doc, n: desk_position.show_bench(doc, BENCH_TABS[n % len(BENCH_TABS)]),
}
ACTS: dict[str, Callable[[Day, int], object]] = {
    "step": lambda day, n: day.open_step(n % len(agenda.steps(day.doc)), turns=n % 2 == 0),
    "put": lambda day, n: day.put_desk(),
    "back": lambda day, n: day.back(),
    "read": lambda day, n: day.read(),
    "hunt": lambda day, n: day.hunt(n % 3),
    "choose": lambda day, n: day.choose(n % 3),
}
WALK = st.lists(
    st.tuples(st.sampled_from([*TURNS, *TURNS, *ACTS]), st.integers(0, 21)), min_size=3, max_size=25
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=WALK)
def test_a_slide_holds_what_the_step_is_about_or_what_was_put_on_stage(
    full: Document, walk: list[tuple[str, int]]
) -> None:
    full.keep("stage", {})
    with full.action("draft.choose") as write:
        for row in drafts.drafts(full):
            write.update(Draft, row.id, chosen=0)
    day = Day(full)
    day.open_step(0, turns=True)
    for name, number in walk:
        before = now(full)
        if name in TURNS:
            TURNS[name](full, number)
            assert now(full) == before, (name, number)
        else:
            ACTS[name](day, number)
        day.check(now(full))
