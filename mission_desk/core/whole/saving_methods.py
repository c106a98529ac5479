"""The agenda and boards of a workshop as a method of one's own, to be used again."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.method import Method, MethodBoard, MethodRegion, MethodStep, Words
from mission_desk.core.agenda.method_file import LONGEST_TEXT, read_method, written_method
from mission_desk.core.agenda.methods import own_methods, shipped_boards, shipped_methods
from mission_desk.core.board import boards, regions
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Step
from mission_desk.core.file.writer import storable
from mission_desk.core.room import scene
from mission_desk.grammar import languages
from mission_desk.own_files import free_path, write_own
from mission_desk.paths import methods_dir
from mission_desk.words import tr

OWN_RANK = 1_000  # below those that ship
LONGEST_KEY = 40
AWAY = ".toml.away"  # the ending of the file of a method that was put away


def save_method(doc: Document, title: str) -> Method:
    """Write the method into the person's folder; where one of the same title is there, that one stays and the
    new one gets a number. KnownError where the folder cannot be written."""
    title = " ".join(storable(title).split())
    if not title:
        raise KnownError(tr("A method needs a name. Nothing was saved."))
    made = Method(
        _free_key(title), OWN_RANK, _texts(title), _blurb(doc),
        tuple(_step(doc, step) for step in agenda.steps(doc)),
        tuple(_board(doc, board) for board in boards.boards(doc)),
    )  # fmt: skip
    _write(made)
    return made


def _write(made: Method) -> None:
    file = methods_dir() / f"{made.key}.toml"
    text = written_method(made, shipped_boards())
    read_method(text, shipped_boards())  # a file that would be refused later must not be saved
    try:
        write_own(file, text.encode())
    except OSError:
        raise KnownError(
            tr("The method cannot be written to “{folder}”. Nothing was saved.", folder=str(methods_dir()))
        ) from None


def _free_key(title: str) -> str:
    """Ärzte & Praxen -> arzte-praxen; a number where that is taken, also by a file that is no method."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-") or "method"
    taken = {method.key for method in (*shipped_methods(), *own_methods()[0])}
    names = {f"{key}.toml" for key in taken}
    return free_path(methods_dir(), stem, ".toml", taken=names).stem


def _texts(text: str) -> Words:
    """The text for every language: the person's own words are not translated."""
    return dict.fromkeys(languages(), text[:LONGEST_TEXT])


def _blurb(doc: Document) -> Words:
    title = scene.workshop(doc).title.strip()
    return {each: tr("Saved from “{title}”.", each, title=title) for each in languages()}


def _step(doc: Document, step: Step) -> MethodStep:
    """The step for the method; without its board where that was removed, because a step cannot open it."""
    known = {board.key for board in boards.boards(doc)}
    return MethodStep(
        step.key, _texts(step.title), _texts(step.prompt), _texts(step.note),
        step.minutes, agenda.leads(step), step.page, step.board if step.board in known else "", step.capture,
        _texts(step.parts) if step.parts else {},
    )  # fmt: skip


def _board(doc: Document, board: Board) -> MethodBoard:
    """The board that ships where its words are the same, otherwise the board as it is now."""
    language = scene.workshop(doc).language
    fields = tuple(
        MethodRegion(
            region.key,
            _texts(region.title),
            _texts(region.hint),
            (region.x, region.y, region.w, region.h),
        )
        for region in regions.regions_on(doc, board.id)
    )
    made = MethodBoard(
        board.key,
        board.style,
        _texts(board.title),
        _texts(board.prompt),
        fields,
        board.background,
        _texts(board.across) if board.across else {},
        _texts(board.up) if board.up else {},
    )
    ships = shipped_boards().get(board.key)
    return ships if ships is not None and _says(ships, language) == _says(made, language) else made


def _says(board: MethodBoard, language: str) -> tuple[object, ...]:
    """All words of a board in one language."""
    regions = tuple((region.key, region.title[language], region.hint[language]) for region in board.regions)
    axes = board.across.get(language), board.up.get(language)
    return board.style, board.background, board.title[language], board.prompt[language], regions, axes


def put_away(method: Method) -> None:
    """Remove one's own method from the welcome page; its file stays in the folder under another ending."""
    _rename(methods_dir() / f"{method.key}.toml", methods_dir() / f"{method.key}{AWAY}")


def bring_back(method: Method) -> None:
    """The opposite of `put_away`."""
    _rename(methods_dir() / f"{method.key}{AWAY}", methods_dir() / f"{method.key}.toml")


def _rename(file: Path, to: Path) -> None:
    try:
        file.replace(to)
    except OSError:
        raise KnownError(tr("“{name}” cannot be moved. It was left as it is.", name=file.name)) from None
