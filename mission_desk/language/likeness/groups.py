"""A proposal which of many short texts belong together, with a name for each group. Texts in, numbers of
texts out: knows no notes. The same texts in another order make the same groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from mission_desk.language.likeness.merging import merged
from mission_desk.language.likeness.naming import name_of
from mission_desk.language.likeness.stems import Word, telling, words
from mission_desk.language.likeness.text_similarity import Ties, ties

JOINS = 0.3  # a text joins an older group when its tie to one of the group's texts is at least this
STEP = 32  # after so many texts the work asks again whether to go on

Progress = Callable[[int, int], bool]
"""Called with (steps done, steps in all); returns False to stop."""


class Cancelled(Exception):  # noqa: N818
    """`progress` returned False, because nobody waits for the groups any more."""


class Group(Struct, frozen=True):
    """`members` are indices of texts: at least two, or at least one where they join the older group `joins`,
    which has a name already."""

    name: str
    members: tuple[int, ...]
    joins: int | None = None


def _no_hurry(_done: int, _total: int) -> bool:
    return True


def proposed(
    texts: Sequence[str], homes: Sequence[int | None] | None = None, progress: Progress = _no_hurry
) -> list[Group]:
    """Groups, the largest first; of equally large ones the one whose texts are most alike first. `homes` says
    which older group each text is in (None: in none): those keep their texts, and others may join them.
    Raises Cancelled."""
    homes = homes or [None] * len(texts)
    order = sorted(range(len(texts)), key=lambda index: (texts[index], homes[index] or 0))
    sorted_homes = [homes[index] for index in order]
    steps = _Steps(3 * len(texts), progress)
    read = [(texts[index], _words(texts[index], steps)) for index in order]
    near = ties([telling(in_text) for _, in_text in read], steps.one)
    joining = _joining(near, sorted_homes)
    loose = [n for n, home in enumerate(sorted_homes) if home is None and n not in joining]
    groups = [Group("", _members(joining, home), home) for home in sorted(set(joining.values()))]
    everywhere = Counter(stem for _, each in read for stem in telling(each))
    for members in merged(_among(near, set(loose)), steps.one):
        groups.append(Group(name_of([read[n] for n in members], everywhere, len(texts)), members))
    back = [Group(each.name, tuple(sorted(order[n] for n in each.members)), each.joins) for each in groups]
    return sorted(back, key=lambda each: -len(each.members))


class _Steps:
    """Counts the steps and asks now and then whether to go on."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def one(self) -> None:
        self._done += 1
        if self._done % STEP == 0 and not self._progress(min(self._done, self._total), self._total):
            raise Cancelled


def _words(text: str, steps: _Steps) -> list[Word]:
    steps.one()
    return words(text)


def _joining(near: Sequence[Ties], homes: Sequence[int | None]) -> dict[int, int]:
    """Loose text -> the older group it joins: the one with the text it is tied to most, where no loose text
    is nearer."""
    home_by_text: dict[int, int] = {}
    for index, each in enumerate(near):
        if homes[index] is not None or not each:
            continue
        tie = max(each.values())
        among = [home for other in each if each[other] == tie and (home := homes[other]) is not None]
        if tie >= JOINS and among:
            home_by_text[index] = min(among)
    return home_by_text


def _members(joining: dict[int, int], home: int | None) -> tuple[int, ...]:
    return tuple(index for index in sorted(joining) if joining[index] == home)


def _among(near: Sequence[Ties], loose: set[int]) -> list[Ties]:
    """Ties between loose texts only."""
    return [
        {other: tie for other, tie in each.items() if other in loose} if index in loose else {}
        for index, each in enumerate(near)
    ]
