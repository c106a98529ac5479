"""What a method of running a workshop is: steps, boards and prompts in every language."""

from __future__ import annotations

from dataclasses import dataclass

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
    """`rank` is its place on the welcome page."""

    key: str
    rank: int
    title: Words
    blurb: Words
    steps: tuple[MethodStep, ...]
    boards: tuple[MethodBoard, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)
