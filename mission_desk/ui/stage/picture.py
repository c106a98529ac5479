"""A slide laid out for one size of window and drawn: which body goes with which painter, what the headline
says and what the footer counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mission_desk.core.slides import (
    BoardBody,
    PollBody,
    PrioritiesBody,
    PromptBody,
    Slide,
    StatementBody,
    TableBody,
)
from mission_desk.ui.stage import (
    board_body,
    frame,
    poll_body,
    priorities_body,
    prompt_body,
    statement_body,
    table_body,
)
from mission_desk.ui.stage.measure import Measure
from mission_desk.words import tr


@dataclass(frozen=True, slots=True)
class Drawing:
    """A body ready to be drawn. `shown` of `total` items fit."""

    draw: Callable[[QPainter], None]
    shown: int = 0
    total: int = 0


def draw_slide(painter: QPainter, slide: Slide, m: Measure) -> QRectF:
    """Everything but the clock; returns the clock's rectangle, which is empty where there is none."""
    headline, footer = _headline(slide), slide.footer
    for tight in (
        False,
        True,
    ):  # a full board takes the room of a smaller headline before it leaves anything out
        around = frame.lay_out(slide, headline, footer, m, with_clock=_with_clock(slide), tight=tight)
        body = _body(slide, around.body, m)
        if body.shown == body.total:
            break
    else:
        footer = tr("{shown} of {total}", slide.language, shown=body.shown, total=body.total)
        around = frame.lay_out(slide, headline, footer, m, with_clock=_with_clock(slide), tight=True)
    frame.draw(painter, around, m)
    body.draw(painter)
    return around.clock


def _headline(slide: Slide) -> str:
    """What stands over the body; nothing where the body says it itself."""
    if isinstance(slide.body, PromptBody) or _is_bare(slide):
        return ""
    if isinstance(slide.body, StatementBody) and slide.body.chosen:
        return ""
    if isinstance(slide.body, PollBody) and slide.body.question.strip():
        return slide.body.question
    return slide.prompt


def _with_clock(slide: Slide) -> bool:
    """A reveal is not a race: the chosen statement stands alone unless the clock runs."""
    revealed = isinstance(slide.body, StatementBody) and slide.body.chosen
    return slide.clock is not None and (slide.clock.runs or not revealed)


def _is_bare(slide: Slide) -> bool:
    """A board without notes and regions, or a table without rows: the question stands alone."""
    body = slide.body
    if isinstance(body, BoardBody):
        return not body.notes and not body.regions
    return isinstance(body, TableBody) and not any(any(map(str.strip, row)) for row in body.rows)


def _body(slide: Slide, box: QRectF, m: Measure) -> Drawing:
    body, language = slide.body, slide.language
    if isinstance(body, PromptBody) or _is_bare(slide):
        lines = body.lines if isinstance(body, PromptBody) else ()
        alone = prompt_body.lay_out(slide.prompt, lines, box, m)
        return Drawing(lambda painter: prompt_body.draw(painter, alone))
    if isinstance(body, BoardBody):
        board = board_body.lay_out(body, box, m, language)
        return Drawing(lambda painter: board_body.draw(painter, board, m), len(board.notes), board.total)
    if isinstance(body, StatementBody):
        statement = statement_body.lay_out(body, box, m)
        return Drawing(lambda painter: statement_body.draw(painter, statement, chosen=body.chosen))
    if isinstance(body, PollBody):
        poll = poll_body.lay_out(body, box, m, language)
        return Drawing(lambda painter: poll_body.draw(painter, poll, m), len(poll.cards), poll.total)
    if isinstance(body, PrioritiesBody):
        triples = priorities_body.lay_out(body, box, m, language)
        return Drawing(lambda painter: priorities_body.draw(painter, triples, m))
    table = table_body.lay_out(body, box, m, language)
    return Drawing(lambda painter: table_body.draw(painter, table), table.shown, table.total)
