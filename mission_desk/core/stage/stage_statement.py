"""The parts of a Slide that show statements: one, two side by side, the chosen one celebrated, or one
under test: with the words of another trade, or covered while the room recalls it."""

from __future__ import annotations

from msgspec.structs import replace

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.room import scene
from mission_desk.core.stage.slides import (
    Body,
    CelebrationBody,
    GutStrip,
    PairBody,
    PromptBody,
    StatementBody,
)
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.statement import buzzword_hunt, draft_tests, drafts, gut_feelings
from mission_desk.core.statement.sensing import sensor_room
from mission_desk.language.sensor.sensor import findings
from mission_desk.words import tr, trn
from mission_desk.written import quoted


def statement_body(doc: Document, draft: int | None, state: StageState, language: str) -> Body:
    """The draft that was put on stage, or the chosen one. Where there is neither, all that are written."""
    row = doc.find(Draft, draft)
    if row is None:
        return _all_written(doc, language)
    if not row.text.strip():
        return PromptBody(())
    body = replace(_statement(doc, row, language, signs=state.findings), gut=_gut(doc, row, language))
    return _hunted(doc, row, body, language) if state.hunt == row.id else body


def _all_written(doc: Document, language: str) -> PromptBody:
    written = [row for row in drafts.drafts(doc) if row.text.strip()]
    return PromptBody(tuple(_lettered(row, language) for row in written))


def _lettered(row: Draft, language: str) -> str:
    return tr("Draft {letter}: {text}", language, letter=drafts.letter(row), text=row.text.strip())


def chosen_body(doc: Document, language: str) -> Body:
    """The chosen statement, as on the posters; where none is chosen, that it is not."""
    row = drafts.chosen(doc)
    if row is None or not row.text.strip():
        return PromptBody((tr("No statement is chosen yet.", language),))
    return _statement(doc, row, language, signs=False)


def pair_body(doc: Document, state: StageState, language: str) -> Body:
    written = {row.id: row for row in drafts.drafts(doc) if row.text.strip()}
    left, right = written.get(state.first), written.get(state.second)
    if left is None or right is None or left is right:
        return PromptBody(())
    return PairBody(
        _statement(doc, left, language, signs=state.findings),
        _statement(doc, right, language, signs=state.findings),
    )


def celebration_body(doc: Document, state: StageState) -> Body:
    row = drafts.chosen(doc)
    if row is None or not row.text.strip():
        return PromptBody(())
    team, step = scene.workshop(doc).team, agenda.current_step(doc)
    if state.celebrated:
        return CelebrationBody(row.text.strip(), team, begun=True)
    return CelebrationBody("", team, begun=False, waits=step.prompt if step.page == "posters" else "")


def _statement(doc: Document, row: Draft, language: str, *, signs: bool) -> StatementBody:
    label = (
        tr("Our mission", language)
        if row.chosen
        else tr("Draft {letter}", language, letter=drafts.letter(row))
    )
    text, team = row.text.strip(), scene.workshop(doc).team
    if not signs:
        return StatementBody(text, label, team, bool(row.chosen))
    marks = [each for each in findings(text, language, sensor_room(doc, row.id)) if each.kind != "quoted"]
    asks = tr("“{phrase}”: {asks}", language, phrase=marks[0].words, asks=marks[0].question) if marks else ""
    places = tuple((each.start, each.end) for each in marks)
    return StatementBody(text, label, team, bool(row.chosen), places, asks)


def _hunted(doc: Document, row: Draft, body: StatementBody, language: str) -> StatementBody:
    """During a buzzword hunt: the words that the room has found, and how often."""
    every = buzzword_hunt.hits(doc, row.id)
    if not every:
        return replace(body, asks=body.asks or tr("Call “buzz!” at every empty word.", language))
    starts = [(body.text.find(hit.phrase), len(hit.phrase)) for hit in every if hit.state == "called"]
    places = {(at, at + length) for at, length in starts if at >= 0}
    struck = sum(1 for hit in every if hit.state == "struck")
    hits = trn("{n} hit", "{n} hits", len(every), language)
    asks = tr("Buzz! {hits} · {n} struck", language, hits=hits, n=struck)
    return replace(body, signs=tuple(sorted({*body.signs, *places})), asks=asks)


def _gut(doc: Document, row: Draft, language: str) -> GutStrip | None:
    """Only where the facilitator switched it on and every feeling is uncovered."""
    asked = gut_feelings.newest(doc, row.id) if gut_feelings.on_stage(doc) else None
    feelings = gut_feelings.strip(doc, asked) if asked else None
    if feelings is None:
        return None
    words = " · ".join(quoted(word, language) for word in feelings.words)
    return GutStrip(feelings.counts, gut_feelings.mean_words(feelings, language), words)


def tried_body(doc: Document, draft: int | None, language: str) -> StatementBody | None:
    """The body of the test that runs; None while none does."""
    row = doc.find(Draft, draft)
    if row is None or not row.text.strip():
        return None
    state = draft_tests.heart_state(doc, row.id)
    if state:
        words = row.text.strip() if state == "shown" else tr("What do you remember?", language)
        return StatementBody(words, tr("By heart", language), "", False)
    return _swapped(doc, row, language)


def _swapped(doc: Document, row: Draft, language: str) -> StatementBody | None:
    shown = draft_tests.swap_shown(doc)
    trade = next((each for each in draft_tests.trades(doc) if each.key == shown), None)
    if trade is None:
        return None
    label = tr("Draft {letter}, said by {trade}", language, letter=drafts.letter(row), trade=trade.name)
    words = draft_tests.swapped_draft(doc, row, trade).text
    return StatementBody(words, label, trade.words["firm"][0], False)
