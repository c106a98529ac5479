"""Words are found wherever the group wrote them, however they are spelt, by the beginnings that are typed."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards, moving
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.plan import roadmap
from mission_desk.core.statement import drafts
from mission_desk.core.whole.search import Written, find
from mission_desk.language.word_search import seeker


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Straße und Größe", "strasse groß"),
        ("Straße und Größe", "STRAß grosse"),
        ("Être là pour nos clients", "etre la"),
        ("A world where nobody waits", "nob wai"),
        ("Ask R&D on Fridays", "r&d"),
        ("Answer within 24h", "24"),
        ("Waiting #Ärger", "#ärg"),
        ("Waiting #night-shift", "#night-s"),
        ("Waiting #night-shift", "shift"),
        ("お客様の電話に出る", "電話"),
        ("お客様の電話に出る", "出る"),
        ("客户打电话，我们听", "我们"),
        ("ลูกค้าโทรหาเรา", "โทร"),
        ("ประเทศไทย", "ไทย"),
        ("हम सुनते हैं", "सुनते"),
        ("Nextは電話", "電話"),
        ("電話next", "next"),
        ("Service\xadqualität", "servicequal"),
        ("zero\u200bwidth", "zerow"),
        ("Złoty øre đ", "zlo or d"),
        ("Zloty", "Zło"),
        ("Œuvre, Æther", "oeu aeth"),
        ("Party 🎉 soon", "🎉"),
        ("Thumbs 👍🏽 up", "👍"),
        ("I ❤️ it", "❤"),
        ("Deutschland 🇩🇪", "🇩🇪"),
        ("Wait #電話番号", "#電話"),
    ],
)
def test_beginnings_are_found_without_case_and_accents(text: str, typed: str) -> None:
    assert seeker(typed)(text)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("nobody", "body"),
        ("Ärger", "#ärger"),
        ("#phone calls", "#calls"),
        ("anything", ""),
        ("a", " # "),
        ("電話", "話電"),
        ("電車の話", "電話"),
        ("電話", "#電話"),
        ("🎉", "👍"),
    ],
)
def test_what_begins_no_word_is_not_found(text: str, typed: str) -> None:
    assert not seeker(typed)(text)


def test_everything_that_was_written_is_searched(doc: Document, board: int) -> None:
    note = boards.add_notes(doc, board, ["Calm voices at night"], "heart")[0]
    draft = drafts.add_draft(doc, text="We are the calm voice.")
    row = roadmap.add_guideline(doc, role="Lead", text="Listen")
    roadmap.edit_guideline(doc, row, measure="Calmness on Mondays")
    hits = [(hit.kind, hit.id) for hit in find(doc, "calm")]
    assert hits == [("note", note), ("draft", draft), ("guideline", row)]


def test_notes_are_found_as_they_hang(doc: Document, board: int) -> None:
    notes = boards.add_notes(doc, board, ["stop one", "stop two", "stop three"], "ideator")
    moving.move_notes(doc, [notes[0]], 0, 4000)
    assert [hit.id for hit in find(doc, "stop")] == [notes[1], notes[2], notes[0]]


def test_what_was_read_once_can_be_asked_often(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one", "two"], "ideator")
    written = Written(doc)
    assert [len(written.find(typed)) for typed in ("o", "t", "", "x")] == [1, 1, 0, 0]
    assert len(doc.rows(Note)) == 2
