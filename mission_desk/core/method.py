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
    """`box` is x, y, width and height in canvas units; empty where the region stands in its usual place."""

    key: str
    title: Words
    hint: Words
    box: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodBoard:
    """`background` is the kind of paper; empty for the usual one."""

    key: str
    style: str
    title: Words
    prompt: Words
    regions: tuple[MethodRegion, ...]
    background: str = ""


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
