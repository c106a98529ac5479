"""What the session may hold: a file made by hand may say anything, and neither SQLite nor Qt takes all
numbers."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from msgspec import Meta, MsgspecError
from msgspec.json import Decoder

RowId = Annotated[int, Meta(ge=0, le=2**53)]
Coordinate = Annotated[float, Meta(ge=-1e7, le=1e7)]
Seconds = Annotated[float, Meta(ge=-1e11, le=1e11)]
Plain = str | bool | Annotated[int, Meta(ge=-(2**53), le=2**53)] | Seconds


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
