"""Which methods there are: those that ship with the program, in `resources/methods/*.toml`, and the person's
own, in the same format, in `paths.methods_dir()`."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from pathlib import Path

from mission_desk.core.agenda.method import Method, MethodBoard, MethodRegion, MethodStep, Words
from mission_desk.core.agenda.method_file import BadMethodError, boards_in, read_method
from mission_desk.core.file.errors import KnownError
from mission_desk.grammar import languages
from mission_desk.own_files import UnusableError, read_own
from mission_desk.paths import methods_dir, resource
from mission_desk.words import tr

BOARDS = "boards.toml"
LARGEST = 500_000  # bytes of a method's file; the ones that ship have 15,000
MOST_OWN = 40  # files of the person's own that are looked at


def shipped_boards() -> dict[str, MethodBoard]:
    return _shipped_boards(languages())


def shipped_methods() -> tuple[Method, ...]:
    """In the order of the welcome page."""
    return _shipped_methods(languages())


@cache
def _shipped_boards(_languages: tuple[str, ...]) -> dict[str, MethodBoard]:
    text = resource("methods", BOARDS).read_text("utf-8")
    return {board.key: board for board in boards_in(text)}


@cache
def _shipped_methods(_languages: tuple[str, ...]) -> tuple[Method, ...]:
    files = [file for file in sorted(resource("methods").glob("*.toml")) if file.name != BOARDS]
    shipped = [read_method(file.read_text("utf-8"), shipped_boards()) for file in files]
    return tuple(sorted(shipped, key=attrgetter("rank")))


def own_methods() -> tuple[tuple[Method, ...], tuple[str, ...]]:
    """The person's own methods by title, and a sentence for each file that is not a method. It never raises:
    a bad file must not keep the program from starting."""
    own: list[Method] = []
    complaints: list[str] = []
    for file in _own_files():
        try:
            own.append(_own(file, {method.key for method in (*shipped_methods(), *own)}))
        except KnownError as error:
            complaints.append(str(error))
    return tuple(sorted(own, key=lambda method: min(method.title.values()))), tuple(complaints)


def _own_files() -> list[Path]:
    try:
        return sorted(methods_dir().glob("*.toml"))[:MOST_OWN]
    except OSError:
        return []


def _own(file: Path, taken: set[str]) -> Method:
    try:
        method = read_method(_text_of(file), shipped_boards())
        if method.key in taken:
            raise BadMethodError(tr("its key “{key}” belongs to another method", key=method.key))
    except BadMethodError as wrong:
        sentence = tr(
            "“{name}” is no method that can be used: {what}. It was left as it is.",
            name=file.name,
            what=wrong,
        )
        raise KnownError(sentence) from None
    except UnicodeDecodeError:
        raise KnownError(
            tr("“{name}” cannot be read as a method. It was left as it is.", name=file.name)
        ) from None
    return method


def _text_of(file: Path) -> str:
    try:
        return (read_own(file, LARGEST) or b"").decode("utf-8-sig")
    except UnusableError:
        raise BadMethodError(tr("it is no text of a method's size")) from None


def methods() -> tuple[Method, ...]:
    """All of them: those that ship in the order of the welcome page, then the person's own."""
    return shipped_methods() + own_methods()[0]


def method(key: str) -> Method:
    """The method with this key; KnownError where there is none, or where the person's own file of it cannot
    be used."""
    own, complaints = own_methods()
    every = (*shipped_methods(), *own)
    wanted = next((each for each in every if each.key == key), None)
    if wanted is None:
        known = ", ".join(each.key for each in every)
        sentence = tr("There is no method “{key}”. There are: {known}.", key=key, known=known)
        raise KnownError(" ".join((sentence, *complaints)))
    return wanted


def usual_title(method: Method, language: str, team: str = "") -> str:
    """The title of a workshop until the facilitator changes it; `team` is the team's name where it is
    known."""
    if team.strip():
        return tr("{team} — {method}", language, team=team.strip(), method=method.title[language])
    return tr("Our team — {method}", language, method=method.title[language])


__all__ = [
    "Method", "MethodBoard", "MethodRegion", "MethodStep", "Words", "method", "methods",
    "own_methods", "shipped_boards", "shipped_methods", "usual_title",
]  # fmt: skip
