"""What a bar of a result is made of, and where its parts and their names lie: the same for desk, stage and
paper. Only lengths are counted here; nothing is drawn, and no document is known."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Band(Struct, frozen=True):
    """`count` ballots that say `words`; `tone` is from 0 (resistance) to 4 (love), None for no answer."""

    words: str
    count: int
    tone: float | None


class Key(Struct, frozen=True):
    """One colour of a legend, and what it means."""

    words: str
    tone: float | None


class Part(Struct, frozen=True):
    """Where a band with ballots lies in its bar."""

    band: Band
    x: float
    width: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def parts(bands: Sequence[Band], width: float, apart: float) -> tuple[Part, ...]:
    """Each band as long as its share of the ballots. No answer stands `apart` from the answers: it is no
    stance between them."""
    given = [band for band in bands if band.count]
    total = sum(band.count for band in given)
    answered = [band.tone is not None for band in given]
    split = any(answered) and not all(answered)
    share = (width - (apart if split else 0)) / max(1, total)
    laid, x, before = [], 0.0, True
    for band in given:
        if split and before and band.tone is None:
            x += apart
        before = band.tone is not None
        laid.append(Part(band, x, band.count * share))
        x += band.count * share
    return tuple(laid)


def label_places(laid: Sequence[Part], lengths: Sequence[float], gap: float) -> tuple[float | None, ...]:
    """Where the name of each part begins, so that it stands under its part and touches no other name; None
    where there is no room for it. What more ballots say is named first."""
    end = laid[-1].x + laid[-1].width if laid else 0.0
    places: list[float | None] = [None] * len(laid)
    taken: list[tuple[float, float]] = []
    for n in sorted(range(len(laid)), key=lambda n: -laid[n].band.count):
        x = max(0.0, min(end - lengths[n], laid[n].middle - lengths[n] / 2))
        fits = lengths[n] <= end and x <= laid[n].middle <= x + lengths[n]
        if fits and all(x >= right + gap or x + lengths[n] + gap <= left for left, right in taken):
            places[n] = x
            taken.append((x, x + lengths[n]))
    return tuple(places)
