"""Methods of running a workshop, read from `resources/methods/*.toml`: steps, boards and prompts in every
language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mission_desk.core.errors import KnownError
from mission_desk.paths import resource
from mission_desk.words import tr

Words = dict[str, str]  # language -> text


@dataclass(frozen=True, slots=True)
class MethodStep:
    key: str
    title: Words
    prompt: Words
    note: Words
    minutes: int
    lead: tuple[str, ...]
    page: str
    board: str
    capture: str


@dataclass(frozen=True, slots=True)
class MethodRegion:
    key: str
    title: Words
    hint: Words


@dataclass(frozen=True, slots=True)
class MethodBoard:
    key: str
    style: str
    title: Words
    prompt: Words
    regions: tuple[MethodRegion, ...]


@dataclass(frozen=True, slots=True)
class Method:
    key: str
    rank: int
    title: Words
    blurb: Words
    steps: tuple[MethodStep, ...]
    boards: tuple[MethodBoard, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


@cache
def methods() -> tuple[Method, ...]:
    """All of them, in the order of the welcome page."""
    folder = resource("methods")
    boards = {board.key: board for board in _boards(folder / "boards.toml")}
    found = [_method(file, boards) for file in sorted(folder.glob("*.toml")) if file.name != "boards.toml"]
    return tuple(sorted(found, key=lambda method: method.rank))


def method(key: str) -> Method:
    found = next((each for each in methods() if each.key == key), None)
    if found is None:
        known = ", ".join(each.key for each in methods())
        raise KnownError(tr("There is no method “{key}”. There are: {known}.", key=key, known=known))
    return found


def usual_title(method: Method, language: str, team: str = "") -> str:
    """What a workshop is called until the facilitator names it; `team` where its name is known."""
    if team.strip():
        return tr("{team} — {method}", language, team=team.strip(), method=method.title[language])
    return tr("Our team — {method}", language, method=method.title[language])


def _method(file: Path, boards: dict[str, MethodBoard]) -> Method:
    read = tomllib.loads(file.read_text("utf-8"))
    return Method(
        read["key"], read["rank"], read["title"], read["blurb"],
        tuple(_step(step) for step in read["step"]),
        tuple(boards[key] for key in read["boards"]),
    )  # fmt: skip


def _step(read: dict[str, Any]) -> MethodStep:
    return MethodStep(
        read["key"], read["title"], read["prompt"], read["note"], read["minutes"],
        tuple(read["lead"]), read["page"], read["board"], read["capture"],
    )  # fmt: skip


def _boards(file: Path) -> list[MethodBoard]:
    read = tomllib.loads(file.read_text("utf-8"))
    return [
        MethodBoard(
            board["key"], board["style"], board["title"], board["prompt"],
            tuple(MethodRegion(part["key"], part["title"], part["hint"]) for part in board.get("region", [])),
        )
        for board in read["board"]
    ]  # fmt: skip
