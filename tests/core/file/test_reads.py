"""What was read is remembered until it is written, and never longer: not after an action, an Undo, a failed
action, a save point or a write past the document."""

from __future__ import annotations

import ast
import sqlite3
from contextlib import suppress
from pathlib import Path

import mission_desk.core
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.reads import MOST_ANSWERS, REMEMBERED, tables_of
from mission_desk.core.file.rows import Draft, Note, Workshop
from mission_desk.core.statement import drafts
from mission_desk.core.vote import secret_ballots


def counted(doc: Document) -> list[str]:
    statements: list[str] = []
    doc.connection.set_trace_callback(statements.append)
    return statements


def test_what_did_not_change_is_not_read_again(doc: Document, board: int) -> None:
    draft = drafts.add_draft(doc, text="one")
    assert (doc.row(Draft, draft).text, doc.rows(Note)) == ("one", [])
    statements = counted(doc)
    assert (doc.row(Draft, draft).text, doc.rows(Note)) == ("one", [])
    assert statements == []
    drafts.write_draft(doc, draft, "two")
    statements.clear()
    assert (doc.row(Draft, draft).text, doc.rows(Note)) == ("two", [])
    assert len(statements) == 1


def test_an_answer_is_new_after_undo_redo_and_the_way_back(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="one")
    point = doc.mark_point("noon")
    drafts.write_draft(doc, draft, "two")
    seen = [doc.row(Draft, draft).text]
    for turn in (doc.undo, doc.redo, lambda: doc.go_back_to(point), doc.undo):
        turn()
        seen.append(doc.row(Draft, draft).text)
    assert seen == ["two", "one", "two", "one", "two"]


def test_rows_that_a_key_of_another_table_takes_along_are_gone(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="one")
    drafts.keep_version(doc, draft)
    assert len(drafts.versions(doc, draft)) == 1
    drafts.remove_draft(doc, draft)
    assert drafts.versions(doc, draft) == []


def test_what_a_failed_action_wrote_is_not_remembered(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="one")
    with suppress(ZeroDivisionError), doc.action("test") as write:
        write.update(Draft, draft, text="lost")
        assert doc.row(Draft, draft).text == "lost"
        raise ZeroDivisionError
    assert doc.row(Draft, draft).text == "one"


def test_inside_an_action_its_own_rows_are_read(doc: Document) -> None:
    draft = drafts.add_draft(doc, text="one")
    doc.row(Draft, draft)
    with doc.action("test") as write:
        assert doc.row(Draft, draft).text == "one"
        write.update(Draft, draft, text="two")
        assert doc.row(Draft, draft).text == "two"


def test_the_session_is_new_after_each_write(doc: Document) -> None:
    doc.keep("page", "vote")
    assert doc.session_value("page") == "vote"
    with doc.aside("test") as write:
        write.run("DELETE FROM session WHERE key = 'page'")
    assert doc.session_value("page") is None


def test_a_write_past_the_document_is_noticed(doc: Document) -> None:
    doc.keep("page", "vote")
    assert doc.session_value("page") == "vote"
    doc.connection.execute("UPDATE session SET value = '\"board\"' WHERE key = 'page'")
    drafts.add_draft(doc, text="one")  # an action that knows nothing of the session
    assert doc.session_value("page") == "board"


def test_whoever_gets_an_answer_may_change_the_list(doc: Document) -> None:
    doc.rows(Workshop).clear()
    doc.rows(Workshop).clear()
    assert len(doc.rows(Workshop)) == 1


def test_a_large_board_is_not_stored_twice(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, [str(n) for n in range(501)], "ideator")
    doc.rows(Note)
    statements = counted(doc)
    assert len(doc.rows(Note)) == 501
    assert len(statements) == 1


def test_nothing_about_secret_ballots_stays_in_memory(doc: Document) -> None:
    secret_ballots.is_counted(doc, 1)
    statements = counted(doc)
    secret_ballots.is_counted(doc, 1)
    assert len(statements) == 1
    assert not REMEMBERED & {"sealed", "sealed_reason", "voted", "counted", "picture", "change", "action"}


def queries() -> list[str]:
    """Every whole reading statement in core."""
    trees = [ast.parse(path.read_text("utf-8")) for path in Path(mission_desk.core.__path__[0]).rglob("*.py")]
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [text for text in texts if isinstance(text, str) and text.startswith("SELECT ") and "FROM" in text]


def test_no_statement_reads_a_table_that_it_is_not_remembered_under(doc: Document) -> None:
    """SQLite itself says what a statement reads."""
    read: set[str] = set()

    def note_table(event: int, table: str | None, *_rest: object) -> int:
        if event == sqlite3.SQLITE_READ and table:
            read.add(table)
        return sqlite3.SQLITE_OK

    doc.connection.set_authorizer(note_table)
    statements = [text for text in queries() if not text.endswith(" ")]
    for sql in statements:
        read.clear()
        doc.connection.execute(f"EXPLAIN {sql}", [None] * sql.count("?"))
        assert read - {"json_each", "sqlite_master"} <= tables_of(sql), sql
    doc.connection.set_authorizer(None)
    assert len(statements) > 20


def test_the_oldest_answers_are_not_kept_for_ever(doc: Document) -> None:
    doc.rows(Workshop)
    for number in range(MOST_ANSWERS):
        doc.records("SELECT title FROM board WHERE id = ?", number)
    statements = counted(doc)
    doc.records("SELECT title FROM board WHERE id = ?", MOST_ANSWERS - 1)
    assert statements == []
    doc.rows(Workshop)
    assert len(statements) == 1


def test_a_write_past_the_document_is_noticed_by_the_next_question(doc: Document) -> None:
    """Once it is noticed, answers are remembered again."""
    doc.keep("page", "vote")
    assert doc.session_value("page") == "vote"
    doc.connection.execute("UPDATE session SET value = '\"board\"' WHERE key = 'page'")
    assert doc.session_value("page") == "board"
    statements = counted(doc)
    assert doc.session_value("page") == "board"
    assert statements == []
