"""A lot among equals, drawn in the open: whoever knows the seed can draw it again and gets the same."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from hashlib import sha256

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.outcome import outcome
from mission_desk.words import tr

SEEDS = 1_000_000


def draw_lot(doc: Document, poll: int, seed: str = "", *, source: object = None) -> None:
    """Part the options that are level by a lot. `seed` is what the room called out; without one a number of
    up to six digits is taken. KnownError where nobody is level, or a lot was drawn before: a second one could
    be drawn until it pleases."""
    result = outcome(doc, poll)
    if result.poll.lot:
        raise KnownError(tr("A lot was drawn for this poll already. It stays as it fell."))
    if len(result.level) < 2:
        raise KnownError(tr("No options are level, so there is nothing to draw a lot for."))
    called = " ".join(seed.split()) or str(secrets.randbelow(SEEDS))
    drawn = result.level[fallen([option.choice.name for option in result.level], called)]
    with doc.action("poll.lot", source=source) as write:
        write.update(Poll, poll, seed=called, lot=drawn.choice.id)


def fallen(names: Sequence[str], seed: str) -> int:
    """The place of the name on which the lot falls: the name whose SHA-256 together with the seed ("seed
    name") is the smallest number. So the order of the names does not matter."""
    return min(range(len(names)), key=lambda n: sha256(f"{seed} {names[n]}".encode()).digest())
