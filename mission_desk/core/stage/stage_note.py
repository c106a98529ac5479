"""The part of a Slide that shows one note, read out."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Cluster
from mission_desk.core.stage import reading_out
from mission_desk.core.stage.slides import Body, NoteBody, PromptBody
from mission_desk.core.stage.stage_board import stage_note
from mission_desk.core.stage.stage_state import Staging


def note_body(doc: Document, told: Staging, language: str) -> Body:
    found = reading_out.note_now(doc, told)
    if found is None:
        return PromptBody(())
    note, at, count = found
    cluster = doc.find(Cluster, note.cluster)
    among = reading_out.pick_words(doc, told.pick, language)
    return NoteBody(stage_note(note, cluster.name if cluster else ""), at, count, among)
