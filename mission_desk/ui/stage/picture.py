"""A slide laid out for one size of window and drawn: which body goes with which painter, what the headline
says and what the footer counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from mission_desk.core.slides import (
    BlankBody,
    BoardBody,
    BreakBody,
    CelebrationBody,
    NoteBody,
    PairBody,
    PollBody,
    PrioritiesBody,
    PromptBody,
    Slide,
    StatementBody,
    TableBody,
)
from mission_desk.ui.stage import (
    board_body,
    break_body,
    celebration_body,
    frame,
    pair_body,
    poll_body,
    priorities_body,
    prompt_body,
    readout_body,
    statement_body,
    table_body,
)
from mission_desk.ui.stage.board_parts import Name
from mission_desk.ui.stage.frame import Frame
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.motion import Motion
from mission_desk.ui.stage.notes import Placed
from mission_desk.ui.theme import BLACK
from mission_desk.words import tr

CROWDED = 400  # notes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A body ready to be drawn. `shown` of `total` items fit, `rest` come on later leaves. `notes` and
    `names` are what a board is made of; None where the body is drawn in one piece."""

    draw: Callable[[QPainter, Motion], None]
    shown: int = 0
    total: int = 0
    rest: int = 0
    notes: tuple[Placed, ...] | None = None
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A slide in its place. `frame` is None where nothing stands around the body."""

    ground: str
    frame: Frame | None
    body: Drawing
    clock: QRectF
    m: Measure

    def draw(self, painter: QPainter, motion: Motion) -> None:
        """Everything but the clock."""
        painter.fillRect(QRectF(0, 0, self.m.width, self.m.height), QColor(self.ground))
        if self.frame is not None:
            frame.draw(painter, self.frame, self.m)
        self.body.draw(painter, motion)


def lay_out(slide: Slide, m: Measure) -> Picture:
    if isinstance(slide.body, BlankBody):
        ground = BLACK if slide.body.ground == "black" else m.tokens.paper
        return Picture(ground, None, Drawing(lambda _painter, _motion: None), QRectF(), m)
    if isinstance(slide.body, CelebrationBody):
        alone = celebration_body.lay_out(slide.body, m)
        drawing = Drawing(lambda painter, motion: celebration_body.draw(painter, alone, m, motion))
        return Picture(m.tokens.paper, None, drawing, QRectF(), m)
    around, body = _framed(slide, m)
    return Picture(m.tokens.paper, around, body, around.clock, m)


def _framed(slide: Slide, m: Measure) -> tuple[Frame, Drawing]:
    """A full body takes the room of a smaller headline before it leaves anything out."""
    headline, with_clock = _headline(slide), _with_clock(slide)
    for tight in (True,) if _is_crowded(slide) else (False, True):
        around = frame.lay_out(slide, headline, slide.footer, m, with_clock=with_clock, tight=tight)
        body = _body(slide, around.body, m)
        if body.shown == body.total:
            return around, body
    footer = tr("{shown} of {total}", slide.language, shown=body.shown, total=body.total)
    return frame.lay_out(slide, headline, footer, m, with_clock=with_clock, tight=True), body


def _is_crowded(slide: Slide) -> bool:
    """So many notes do not fit in any case: the roomy layout need not be tried."""
    return isinstance(slide.body, BoardBody) and len(slide.body.notes) > CROWDED


def _headline(slide: Slide) -> str:
    """What stands over the body; nothing where the body says it itself."""
    if isinstance(slide.body, PromptBody | BreakBody) or _is_bare(slide):
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
        return Drawing(lambda painter, _motion: prompt_body.draw(painter, alone, m))
    if isinstance(body, BoardBody):
        board = board_body.lay_out(body, box, m, language, slide.leaf)
        return Drawing(
            lambda painter, _motion: board_body.draw(painter, board, m),
            len(board.notes), board.total, board.rest, board.notes, board.names,
        )  # fmt: skip
    if isinstance(body, PollBody):
        poll = poll_body.lay_out(body, box, m, language)
        return Drawing(
            lambda painter, motion: poll_body.draw(painter, poll, m, motion), len(poll.cards), poll.total
        )
    if isinstance(body, TableBody):
        table = table_body.lay_out(body, box, m, language, slide.leaf)
        return Drawing(
            lambda painter, _motion: table_body.draw(painter, table, m),
            table.shown, table.total, table.rest,
        )  # fmt: skip
    return _whole_body(slide, box, m)


def _whole_body(slide: Slide, box: QRectF, m: Measure) -> Drawing:
    """Bodies that always fit, at whatever size."""
    body, language = slide.body, slide.language
    if isinstance(body, StatementBody):
        statement = statement_body.lay_out(body, box, m)
        return Drawing(lambda painter, _: statement_body.draw(painter, statement, m, chosen=body.chosen))
    if isinstance(body, NoteBody):
        note = readout_body.lay_out(body, box, m, language)
        return Drawing(lambda painter, _: readout_body.draw(painter, note, m))
    if isinstance(body, PairBody):
        sides = pair_body.lay_out(body, box, m, language)
        return Drawing(lambda painter, _: pair_body.draw(painter, sides, m))
    if isinstance(body, BreakBody):
        back = break_body.lay_out(body, box, m)
        return Drawing(lambda painter, _: break_body.draw(painter, back, m))
    assert isinstance(body, PrioritiesBody)
    triples = priorities_body.lay_out(body, box, m, language)
    return Drawing(lambda painter, _: priorities_body.draw(painter, triples, m))
