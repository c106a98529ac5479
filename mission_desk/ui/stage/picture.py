"""A slide laid out for one size of window and drawn: what the headline says, which leaf is up and what the
footer counts."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from mission_desk.core.stage.slides import (
    BlankBody,
    BoardBody,
    BreakBody,
    CelebrationBody,
    PollBody,
    PromptBody,
    Slide,
    StatementBody,
    TableBody,
)
from mission_desk.ui.look.theme import BLACK
from mission_desk.ui.stage import body_table, frame
from mission_desk.ui.stage.body_table import Leaf
from mission_desk.ui.stage.frame import Frame
from mission_desk.ui.stage.laid_out import Drawing, Part
from mission_desk.ui.stage.layout.flow import Paragraph, flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.leaves import ShownLeaf, shown_leaf
from mission_desk.ui.stage.motion import Motion
from mission_desk.words import tr

COUNTINGS = 4  # of the leaves, until their number takes no more room than was left for it
NO_BREAK = "\u00a0"


class Picture(Struct, frozen=True):
    """A slide in its place. `frame` is None where nothing stands around the body; `leaf` is the one that is
    up, and `more` says that others follow it."""

    ground: str
    frame: Frame | None
    body: Drawing
    clock: QRectF
    m: Measure
    leaf: int = 0
    more: bool = False

    def draw(self, painter: QPainter, motion: Motion) -> None:
        """Everything but the clock."""
        painter.fillRect(QRectF(0, 0, self.m.width, self.m.height), QColor(self.ground))
        if self.frame is not None:
            frame.draw(painter, self.frame, self.m)
        self.body.draw(painter, motion)

    def box_of(self, row: int) -> QRectF | None:
        """Where the note with this id is drawn."""
        notes = self.body.notes or ()
        return next((placed.box for placed in notes if row in placed.note.rows), None)


def lay_out(slide: Slide, m: Measure) -> Picture:
    if isinstance(slide.body, BlankBody):
        ground = BLACK if slide.body.ground == "black" else m.tokens.paper
        return Picture(ground, None, Drawing(lambda _painter, _motion: None), QRectF(), m)
    if isinstance(slide.body, CelebrationBody):
        whole = Leaf(QRectF(0, 0, m.width, m.height), m, slide.language)
        up = shown_leaf([slide.body], slide.leaf, lambda body: body_table.drawing(body, whole))
        return Picture(m.tokens.paper, None, up.drawing, QRectF(), m, up.at, up.more)
    around, up = _framed(replace(slide, body=PromptBody(())) if _is_bare(slide) else slide, m)
    return Picture(m.tokens.paper, around, up.drawing, around.clock, m, up.at, up.more)


def _framed(slide: Slide, m: Measure) -> tuple[Frame, ShownLeaf]:
    """A full body takes the room of a smaller headline before anything goes to another leaf. A board always
    has the same, so that nothing moves while notes come."""
    if not slide.leaf and not isinstance(slide.body, BoardBody):
        around, parts = _around(slide, slide.footer, m, tight=False)
        if frame.leaves_room(around, m) and _is_all(up := _leaf_between(slide, parts, around, m)):
            return around, up
    around, parts = _around(slide, slide.footer, m, tight=True)
    up = _leaf_between(slide, parts, around, m)
    if _is_all(up):
        return around, up
    return _numbered(slide, around, up, m)


def _numbered(slide: Slide, around: Frame, up: ShownLeaf, m: Measure) -> tuple[Frame, ShownLeaf]:
    """With the number of the leaf in the footer; where that takes a line from the body, leaves are counted
    again."""
    for _ in range(COUNTINGS):
        body = around.body
        around, parts = _around(slide, _counted(slide, up), m, tight=True)
        if around.body == body:
            break
        up = _leaf_between(slide, parts, around, m)
    return around, up


def _is_all(up: ShownLeaf) -> bool:
    return not up.more and not up.at and up.drawing.is_whole


def _around(slide: Slide, footer: str, m: Measure, *, tight: bool) -> tuple[Frame, list[Part]]:
    """What stands around the leaves, and their bodies. A headline that would leave no room for its body gets
    a leaf of its own, before the others."""
    headline, with_clock = _headline(slide), _with_clock(slide)
    around = frame.lay_out(slide, headline, footer, m, with_clock=with_clock, tight=tight)
    question = flow((Paragraph(slide.eyebrow, "head"), Paragraph(headline, "question")))
    if not tight or frame.leaves_room(around, m) or not question.paragraphs:
        return around, [slide.body]
    bare = replace(slide, eyebrow="", listens="")
    around = frame.lay_out(bare, "", footer, m, with_clock=with_clock, tight=tight)
    return around, [question, slide.body]


def _leaf_between(slide: Slide, parts: list[Part], around: Frame, m: Measure) -> ShownLeaf:
    leaf = Leaf(around.body, m, slide.language, slide.prompt)
    return shown_leaf(parts, slide.leaf, lambda body: body_table.drawing(body, leaf))


def _counted(slide: Slide, up: ShownLeaf) -> str:
    """Notes are counted one by one, everything else by its leaves."""
    shown, total = up.drawing.shown, up.drawing.total
    if total and up.before and shown > 1:
        seen = {"first": up.before + 1, "last": up.before + shown}
        return tr("{first}–{last} of {total}", slide.language, **seen, total=total)
    if total:
        return tr("{shown} of {total}", slide.language, shown=up.before + shown, total=total)
    if not up.count:
        return slide.footer
    leaf = tr("Page {n} of {count}", slide.language, n=up.at + 1, count=up.count).replace(" ", NO_BREAK)
    return f"{slide.footer}{NO_BREAK}· {leaf}" if slide.footer else leaf


def _headline(slide: Slide) -> str:
    """What stands over the body; nothing where the body says it itself."""
    if isinstance(slide.body, PromptBody | BreakBody):
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
    """A table without rows: the question stands alone."""
    body = slide.body
    return isinstance(body, TableBody) and not any(any(map(str.strip, row)) for row in body.rows)
