"""Which body goes with which painter. Each lays out what fits on one leaf and says which bodies are left; one
whose own shape cannot be read from the last row flows as paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mission_desk.core.stage.slides import (
    BoardBody,
    BreakBody,
    CelebrationBody,
    CompanyBody,
    GroupsBody,
    LotBody,
    NoteBody,
    PairBody,
    PollBody,
    PrioritiesBody,
    PromptBody,
    RoadmapBody,
    StatementBody,
    TableBody,
)
from mission_desk.ui.stage.board import board_body
from mission_desk.ui.stage.bodies import (
    break_body,
    celebration_body,
    groups_body,
    lot_body,
    pair_body,
    poll_body,
    poll_decision,
    poll_legend,
    priorities_body,
    prompt_body,
    readout_body,
    roadmap_body,
    statement_body,
    table_body,
)
from mission_desk.ui.stage.laid_out import Drawing, Part
from mission_desk.ui.stage.layout import flow
from mission_desk.ui.stage.layout.flow import Flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.motion import Motion

Layout = TypeVar("Layout")


class Leaf(Struct, frozen=True):
    """Where a body is laid out: the box of its leaf, the measure, the room's language and the step's
    question."""

    box: QRectF
    m: Measure
    language: str
    prompt: str = ""


def drawing(body: Part, leaf: Leaf) -> Drawing:
    return _LAID_OUT[type(body)](body, leaf)


def _still(
    draw: Callable[[QPainter, Layout, Measure], None], layout: Layout, m: Measure
) -> Callable[[QPainter, Motion], None]:
    """Draws the same at every moment of a motion."""

    def drawn(painter: QPainter, _motion: Motion) -> None:
        draw(painter, layout, m)

    return drawn


def _flow(body: Flow, leaf: Leaf) -> Drawing:
    layout = flow.lay_out(body, leaf.box, leaf.m, leaf.language)
    rest = (layout.rest,) if layout.rest else ()
    return Drawing(_still(flow.draw, layout, leaf.m), layout, rest)


def _prompt(body: PromptBody, leaf: Leaf) -> Drawing:
    layout = prompt_body.lay_out(leaf.prompt, body.lines, leaf.box, leaf.m, leaf.language)
    if layout is None:
        return _flow(prompt_body.flowing(leaf.prompt, body.lines), leaf)
    return Drawing(_still(prompt_body.draw, layout, leaf.m), layout)


def _company(body: CompanyBody, leaf: Leaf) -> Drawing:
    return _flow(prompt_body.company_flow(body), leaf)


def _board(body: BoardBody, leaf: Leaf) -> Drawing:
    layout = board_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    rest = (layout.rest,) if layout.rest else ()
    return Drawing(
        _still(board_body.draw, layout, leaf.m), layout, rest,
        layout.shown, layout.total, layout.notes, layout.names,
    )  # fmt: skip


def _poll(body: PollBody, leaf: Leaf) -> Drawing:
    """An option that is longer than the stage is high comes first in words, then with its result alone. A
    legend or a decision that would leave the options no room comes last, in words."""
    legend = poll_legend.leaf_alone(body, leaf.box, leaf.m, leaf.language)
    decision = poll_decision.leaf_alone(body, leaf.box, leaf.m, leaf.language)
    last = (*legend, *decision)
    shown = replace(body, legend=() if legend else body.legend, decision="" if decision else body.decision)
    layout = poll_body.lay_out(shown, leaf.box, leaf.m, leaf.language)
    if layout is None:
        words = _flow(poll_body.flowing(body.rows[body.first]), leaf)
        after = poll_body.after_words(body)
        counted = range(body.first, body.first + (not body.rows[body.first].text))
        in_words = (PromptBody((body.decision,)),) if body.decision and not decision else ()
        return replace(
            words, rest=(*words.rest, *([after] if after else (*last, *in_words))), options=counted
        )
    rest = (replace(body, first=layout.after),) if layout.after else last
    options = range(body.first, body.first + len(layout.cards))
    return Drawing(
        lambda painter, motion: poll_body.draw(painter, layout, leaf.m, motion), layout, rest, options=options
    )


def _table(body: TableBody, leaf: Leaf) -> Drawing:
    layout = table_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None and body.lead:  # its sentence first, then the table alone
        sentence = _flow(flow.flow((flow.Paragraph(body.lead, "large"),)), leaf)
        return replace(sentence, rest=(*sentence.rest, replace(body, lead="")))
    if layout is None:
        return _flow(table_body.flowing(body), leaf)
    rest = (replace(body, first=layout.after),) if layout.after else ()
    return Drawing(_still(table_body.draw, layout, leaf.m), layout, rest)


def _statement(body: StatementBody, leaf: Leaf) -> Drawing:
    layout = statement_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    draw = partial(statement_body.draw, chosen=body.chosen)
    return Drawing(_still(draw, layout, leaf.m), layout, layout.rest)


def _pair(body: PairBody, leaf: Leaf) -> Drawing:
    layout = pair_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None:
        first = _statement(body.left, leaf)
        return replace(first, rest=(*first.rest, body.right))
    return Drawing(_still(pair_body.draw, layout, leaf.m), layout)


def _note(body: NoteBody, leaf: Leaf) -> Drawing:
    layout = readout_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout.rest and layout.cluster.lines > 1:  # its words have the leaf; the name comes after them
        bare = _note(replace(body, note=replace(body.note, cluster="")), leaf)
        return replace(bare, rest=(*bare.rest, flow.flow((flow.Paragraph(body.note.cluster, "title"),))))
    later = replace(body, note=replace(body.note, text=layout.rest, picture=""))
    return Drawing(_still(readout_body.draw, layout, leaf.m), layout, (later,) if layout.rest else ())


def _celebration(body: CelebrationBody, leaf: Leaf) -> Drawing:
    layout = celebration_body.lay_out(body, leaf.m, leaf.language)
    later = replace(body, text=layout.rest) if body.begun else replace(body, waits=layout.rest)
    rest = (later,) if layout.rest else ()
    return Drawing(
        lambda painter, motion: celebration_body.draw(painter, layout, leaf.m, motion), layout, rest
    )


def _break(body: BreakBody, leaf: Leaf) -> Drawing:
    layout = break_body.lay_out(body, leaf.box, leaf.m)
    return Drawing(_still(break_body.draw, layout, leaf.m), layout)


def _lot(body: LotBody, leaf: Leaf) -> Drawing:
    layout = lot_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None:
        return _flow(lot_body.flowing(body), leaf)
    return Drawing(_still(lot_body.draw, layout, leaf.m), layout, (layout.rest,) if layout.rest else ())


def _groups(body: GroupsBody, leaf: Leaf) -> Drawing:
    layout = groups_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None:
        return _flow(groups_body.flowing(body), leaf)
    return Drawing(_still(groups_body.draw, layout, leaf.m), layout, (layout.rest,) if layout.rest else ())


def _priorities(body: PrioritiesBody, leaf: Leaf) -> Drawing:
    layout = priorities_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None:
        return _flow(priorities_body.flowing(body), leaf)
    return Drawing(_still(priorities_body.draw, layout, leaf.m), layout)


def _roadmap(body: RoadmapBody, leaf: Leaf) -> Drawing:
    layout = roadmap_body.lay_out(body, leaf.box, leaf.m, leaf.language)
    if layout is None:
        return _flow(roadmap_body.flowing(body), leaf)
    return Drawing(_still(roadmap_body.draw, layout, leaf.m), layout)


_LAID_OUT: dict[type[Part], Callable[[Any, Leaf], Drawing]] = {
    Flow: _flow,
    PromptBody: _prompt,
    CompanyBody: _company,
    BoardBody: _board,
    PollBody: _poll,
    TableBody: _table,
    StatementBody: _statement,
    PairBody: _pair,
    NoteBody: _note,
    CelebrationBody: _celebration,
    BreakBody: _break,
    LotBody: _lot,
    GroupsBody: _groups,
    PrioritiesBody: _priorities,
    RoadmapBody: _roadmap,
}
