"""What the room may see now: rows in, one frozen Slide out. The only place that decides it; nothing outside a
Slide reaches the stage, so no facilitator's note, half-typed text, selection or open ballot can."""

from __future__ import annotations

from mission_desk.core import agenda, drafts, scene
from mission_desk.core.clock import CALM, Tones
from mission_desk.core.document import Document
from mission_desk.core.rows import THINKING_STYLES, Board, Step
from mission_desk.core.slides import BoardBody, Body, PollBody, PromptBody, Slide
from mission_desk.core.stage_board import board_body
from mission_desk.core.stage_statement import statement_body
from mission_desk.core.stage_tables import priorities_body, review_body, roadmap_body
from mission_desk.core.stage_vote import poll_body
from mission_desk.words import tr, trn


def slide(doc: Document, page: str, board: int | None, draft: int | None, tones: Tones = CALM) -> Slide:
    """The slide for the page the desk shows; `board` and `draft` are the ones it stands on."""
    step = agenda.current_step(doc)
    language = scene.workshop(doc).language
    body = _body(doc, page, board, draft, language)
    count = len(agenda.steps(doc))
    eyebrow = tr("{n} of {count} · {title}", language, n=step.rank + 1, count=count, title=step.title)
    return Slide(
        eyebrow, _prompt(doc, step, page, board), body, agenda.clock(doc, step), agenda.leads(step),
        _listens(step, language),
        _footer(body, language), language, tones,
    )  # fmt: skip


def _prompt(doc: Document, step: Step, page: str, board: int | None) -> str:
    """What the room is asked: by the open step where its page is shown, else by whatever asks about that
    page."""
    row = doc.find(Board, board) if page == "board" else None
    key = row.key if row else ""
    asking = [each for each in (step, *agenda.steps(doc)) if each.page == page and key in ("", each.board)]
    if asking:
        return asking[0].prompt
    return row.prompt if row else step.prompt


def _body(doc: Document, page: str, board: int | None, draft: int | None, language: str) -> Body:
    if page == "board" and board is not None:
        return board_body(doc, board, language)
    if page == "statement":
        return statement_body(doc, draft, language)
    if page == "vote":
        return poll_body(doc, language)
    if page == "priorities":
        return priorities_body(doc, language)
    if page == "roadmap":
        return roadmap_body(doc, language)
    if page == "review":
        return review_body(doc, language)
    if page == "posters":
        chosen = drafts.chosen(doc)
        return statement_body(doc, chosen.id if chosen else None, language)
    return _scene(doc)


def _scene(doc: Document) -> PromptBody:
    row = scene.workshop(doc)
    return PromptBody(tuple(text for text in (row.mission, row.vision) if text.strip()))


def style_plural(style: str, language: str | None = None, *, begins: bool = True) -> str:
    """A thinking style's people; `begins` a sentence, or stands inside one."""
    return {
        "ideator": tr("Ideators", language) if begins else tr("ideators", language),
        "strategist": tr("Strategists", language) if begins else tr("strategists", language),
        "analyst": tr("Analysts", language) if begins else tr("analysts", language),
        "heart": tr("Hearts", language) if begins else tr("hearts", language),
    }[style]


def _listens(step: Step, language: str) -> str:
    """Who does not lead in this step hears when to speak."""
    if step.capture == "blind":
        return tr("Everybody writes in silence", language)
    lead = agenda.leads(step)
    styles = [style for style in THINKING_STYLES if style not in lead]
    others = [style_plural(style, language, begins=n == 0) for n, style in enumerate(styles)]
    if not lead or not others:
        return tr("Everybody", language) if not lead else ""
    names = (
        others[0]
        if len(others) == 1
        else tr("{first} and {last}", language, first=", ".join(others[:-1]), last=others[-1])
    )
    return tr("{names}: listen, your turn comes", language, names=names)


def _footer(body: Body, language: str) -> str:
    covered = sum(note.covered for note in body.notes) if isinstance(body, BoardBody) else 0
    if covered:
        return trn("{n} note, still covered", "{n} notes, still covered", covered, language)
    if isinstance(body, BoardBody):
        return trn("{n} note", "{n} notes", len(body.notes) + body.folded, language)
    if isinstance(body, PollBody):
        return body.progress
    return ""
