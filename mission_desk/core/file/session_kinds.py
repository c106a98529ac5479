"""What the session may hold: a file made by hand may say anything, and neither SQLite nor Qt takes all
numbers."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, TypedDict

from msgspec import Meta, MsgspecError
from msgspec.json import Decoder

from mission_desk.core.file.closed_sets import BenchTab, MemoryTest, PageName, RoadmapOrder

RowId = Annotated[int, Meta(ge=0, le=2**53)]
Coordinate = Annotated[float, Meta(ge=-1e7, le=1e7)]
Seconds = Annotated[float, Meta(ge=-1e11, le=1e11)]
Plain = str | bool | Annotated[int, Meta(ge=-(2**53), le=2**53)] | Seconds


ClockParts = list[float | int | str | None]  # of core/agenda/clock_storage.py


class MemoryTestOf(TypedDict):
    """Which draft the room is asked to remember, and how far that has come."""

    draft: RowId
    state: MemoryTest


# Key, or beginning of a key up to its point -> what is stored there; null stands for nothing.
KINDS: dict[str, Any] = {
    "step": RowId,
    "visited": list[RowId],
    "page": PageName,
    "board": str,
    "draft": RowId,
    "bench": BenchTab,
    "swap": str,
    "heart": MemoryTestOf,
    "posters": dict[str, Plain],
    "stage": dict[str, Plain],
    "stage.break": ClockParts,
    "roadmap.view": RoadmapOrder,
    "last_year.minutes": dict[str, Annotated[int, Meta(ge=0, le=10_000)]],
    "day.begun": Seconds,
    "day.watch": ClockParts,
    "begun.": Seconds,
    "spent.": ClockParts,
    "clock.": ClockParts,
    "view.": tuple[Coordinate, Coordinate, Seconds],
    "sight.": tuple[Coordinate, Coordinate, Coordinate, Coordinate],
    "typed.": tuple[str, dict[str, Any]],
}


def kind_of(key: str) -> Any:
    """What may be stored under the key; anything that is JSON where the table does not know it."""
    return KINDS.get(key) or KINDS.get(key.split(".")[0] + ".", Any)


def is_usable(key: str, text: str) -> bool:
    unusable = object()
    return text == "null" or decoded(text, kind_of(key), unusable) is not unusable


def decoded(text: str, kind: Any, otherwise: Any) -> Any:
    """JSON as `kind`. What is not of that kind is as good as nothing: no chain guards the session, and a
    damaged byte must not keep the workshop shut."""
    try:
        return _decoder(kind).decode(text)
    except (MsgspecError, RecursionError):
        return otherwise


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    return Decoder(kind)
