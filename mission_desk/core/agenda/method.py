"""What a method of running a workshop is: steps, boards and prompts in every language."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import Background, Capture, PageName, Style, ThinkingStyle

Words = dict[str, str]  # language -> text
# Where the five regions of a board usually stand, in canvas units: x, y, w, h. Three above, two below, the
# last one wide; each as high as one row of notes. Small, because all five have to be read on a small screen
# before anybody has written; they grow with their notes.
USUAL_BOXES: tuple[tuple[int, ...], ...] = (
    (0, 0, 420, 244), (432, 0, 420, 244), (864, 0, 420, 244),
    (0, 256, 420, 244), (432, 256, 852, 244),
)  # fmt: skip


class MethodStep(Struct, frozen=True):
    """`parts` of its clock, as core/agenda/step_parts.py reads them; empty where there are none."""

    key: str
    title: Words
    prompt: Words
    note: Words
    minutes: int
    lead: tuple[ThinkingStyle, ...]
    page: PageName
    board: str
    capture: Capture
    parts: Words = {}


class MethodRegion(Struct, frozen=True):
    """`box` is x, y, width and height in canvas units; empty where the region has its usual place."""

    key: str
    title: Words
    hint: Words
    box: tuple[int, ...] = ()


class MethodBoard(Struct, frozen=True):
    """`background` is the kind of paper; empty for the usual one. `across` and `up` name its axes, empty
    where it has none."""

    key: str
    style: Style
    title: Words
    prompt: Words
    regions: tuple[MethodRegion, ...]
    background: Background = ""
    across: Words = {}
    up: Words = {}

    def boxes(self) -> tuple[tuple[int, ...], ...]:
        """The boxes of its regions, each the region's own or the usual one."""
        return tuple(region.box or USUAL_BOXES[place] for place, region in enumerate(self.regions))


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
