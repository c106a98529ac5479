"""What a method of running a workshop is: steps, boards and prompts in every language."""

from __future__ import annotations

from msgspec import Struct

Words = dict[str, str]  # language -> text


class MethodStep(Struct, frozen=True):
    key: str
    title: Words
    prompt: Words
    note: Words
    minutes: int
    lead: tuple[str, ...]
    page: str
    board: str
    capture: str


class MethodRegion(Struct, frozen=True):
    """`box` is x, y, width and height in canvas units; empty where the region stands in its usual place."""

    key: str
    title: Words
    hint: Words
    box: tuple[int, ...] = ()


class MethodBoard(Struct, frozen=True):
    """`background` is the kind of paper; empty for the usual one."""

    key: str
    style: str
    title: Words
    prompt: Words
    regions: tuple[MethodRegion, ...]
    background: str = ""


class Method(Struct, frozen=True):
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
