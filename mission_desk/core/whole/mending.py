"""A workshop that opens but lacks what the desk needs (its one row, its agenda, its boards), has bytes that
are not UTF-8, or words in a closed column that this program does not know: another program changed it, or it
is damaged. It is completed by one action behind which Undo cannot go, and a copy of the file as it was is
saved beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mission_desk.core.agenda.methods import shipped_methods
from mission_desk.core.file.closed_sets import CLOSED, LONGEST_QUOTED
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.migrating import safety_copy
from mission_desk.core.file.opening import readable
from mission_desk.core.file.rows import COLUMNS, RECORDED, Board, Step, Workshop
from mission_desk.core.file.writer import Writer
from mission_desk.core.room import scene
from mission_desk.core.whole.starting import write_board, write_steps, write_workshop
from mission_desk.grammar import languages
from mission_desk.words import screen_language, tr


class _Unreadable(Struct, frozen=True):
    kind: type
    row: int
    column: str
    text: str


class _Stray(Struct, frozen=True):
    table: str
    row: int
    column: str
    stands_alone: bool


def mend(doc: Document) -> str:
    """Complete the workshop by its own method. Returns a sentence that says so, empty where nothing was
    missing. KnownError where the file can only be read."""
    unreadable = tuple(_unreadable(doc))
    lacks, strays, unusable = scene.lacks(doc), _strays(doc), scene.unusable_session_keys(doc)
    unknown = scene.unknown_values(doc)
    if not lacks and not strays and not unknown and not ((unreadable or unusable) and doc.writable):
        return ""
    if not doc.writable:
        raise KnownError(
            tr("“{name}” is not complete and can only be read here. Copy it to a folder of your own first.",
               name=doc.path.name)
        )  # fmt: skip
    copy = safety_copy(doc.connection, doc.path, tr("before repair"))
    _forget(doc, unusable)
    if not lacks and not strays and not unreadable and not unknown:
        return _session_sentence(doc, copy.name)
    with doc.action("workshop.mend") as write:
        _complete(doc, write, lacks)
        for stray in _strays(doc):
            _settle(doc, write, stray)
        for value in unknown:
            _replace(write, value)
        for each in unreadable:
            write.update(each.kind, each.row, **{each.column: each.text})
    doc.barrier("workshop.mended")
    if unknown and not lacks and not strays:
        return _sentence_of_values(doc, unknown[0].value, copy.name)
    return _sentence(doc, bool(lacks or strays), copy.name)


def _complete(doc: Document, write: Writer, lacks: list[type]) -> None:
    key, every = doc.value("SELECT method FROM workshop"), shipped_methods()
    method = next((each for each in every if each.key == key), every[0])
    if Workshop in lacks:
        write_workshop(write, method, screen_language(), date.fromtimestamp(doc.now()).isoformat())
    stored = str(doc.value("SELECT language FROM workshop"))
    language = stored if stored in languages() else screen_language()
    if Step in lacks:
        write_steps(write, method, language)
    if Board in lacks:
        for rank, board in enumerate(method.boards):
            write_board(write, rank, board, language)


def _forget(doc: Document, keys: list[str]) -> None:
    if keys:
        with doc.aside("session.mend") as write:
            for key in keys:
                write.run("DELETE FROM session WHERE key = ?", key)


def _strays(doc: Document) -> list[_Stray]:
    """The rows that refer to a row which does not exist."""
    strays: list[_Stray] = []
    for table, row, _parent, number in doc.records("PRAGMA foreign_key_check"):
        if table in COLUMNS:
            keys = doc.records(f"PRAGMA foreign_key_list({table})")
            strays += [_Stray(table, row, key[3], key[6] == "SET NULL") for key in keys if key[0] == number]
    return strays


def _settle(doc: Document, write: Writer, stray: _Stray) -> None:
    """Mend rows that refer to a missing row: a note goes to the first board; a reference that may be empty
    becomes empty; other rows are deleted, because they mean nothing alone."""
    if stray.stands_alone:
        write.run(f"UPDATE {stray.table} SET {stray.column} = NULL WHERE id = ?", stray.row)
    elif stray.column == "board":
        first = doc.value("SELECT id FROM board ORDER BY rank LIMIT 1")
        write.run(f"UPDATE {stray.table} SET board = ? WHERE id = ?", first, stray.row)
    else:
        write.run(f"DELETE FROM {stray.table} WHERE id = ?", stray.row)


def _replace(write: Writer, unknown: scene.UnknownValue) -> None:
    """Put what the table of closed columns names in the place of the value, or delete its row. A row that is
    gone already (it referred to a missing one) stays gone."""
    instead = CLOSED[unknown.table][unknown.column].mended(unknown.value)
    if instead is None:
        write.run(f"DELETE FROM {unknown.table} WHERE id = ?", unknown.row)
    else:
        write.run(f"UPDATE {unknown.table} SET {unknown.column} = ? WHERE id = ?", instead, unknown.row)


def _unreadable(doc: Document) -> Iterator[_Unreadable]:
    """Rewrite every text whose bytes are not UTF-8 as far as it can be read."""
    if doc.connection.text_factory is str:
        return
    for kind in RECORDED:
        columns = kind.__struct_fields__
        bytes_of = ", ".join(f"CAST({column} AS BLOB)" for column in columns)
        for row, *contents in doc.records(f"SELECT id, {bytes_of} FROM {kind.__name__.lower()}"):
            for column, content in zip(columns, contents, strict=True):
                if content is not None and not _is_text(content):
                    yield _Unreadable(kind, row, column, readable(content))


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _session_sentence(doc: Document, copy: str) -> str:
    return tr(
        "“{name}” no longer says where the day stood: look whether the right step is open. Notes, drafts and "
        "votes are all there. The file as it was is kept as “{copy}”.",
        name=doc.path.name, copy=copy,
    )  # fmt: skip


def _sentence_of_values(doc: Document, value: str, copy: str) -> str:
    return tr(
        "“{name}” had words that this program does not know, such as “{value}”. Usual ones stand there now. "
        "The file as it was is kept as “{copy}”.",
        name=doc.path.name, value=value[:LONGEST_QUOTED], copy=copy,
    )  # fmt: skip


def _sentence(doc: Document, lacked: bool, copy: str) -> str:
    if lacked:
        return tr(
            "“{name}” was not complete and was put in order; what the desk needs is there again. "
            "The file as it was is kept as “{copy}”.",
            name=doc.path.name, copy=copy,
        )  # fmt: skip
    return tr(
        "In “{name}” some letters could not be read and stand as �. The file as it was is kept as “{copy}”.",
        name=doc.path.name,
        copy=copy,
    )
