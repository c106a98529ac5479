"""The part of a Slide that shows one note, read out."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster
from mission_desk.core.stage import reading_out
from mission_desk.core.stage.slides import Body, NoteBody, PromptBody
from mission_desk.core.stage.stage_board import stage_note
from mission_desk.core.stage.stage_state import StageState


def note_body(doc: Document, state: StageState, language: str) -> Body:
    shown = reading_out.note_now(doc, state)
    if shown is None:
        return PromptBody(())
    note, at, count = shown
    cluster = doc.find(Cluster, note.cluster)
    among = reading_out.pick_words(doc, state.pick, language)
    return NoteBody(stage_note(note, cluster.name if cluster else ""), at, count, among)
