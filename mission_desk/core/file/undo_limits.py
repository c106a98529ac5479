"""Where Undo, Redo and the way back to a save point stop. Ballots of a secret poll are not journalled: an act
that takes the poll away while it is open leaves them without it, and the next poll destroys them for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.journal import Change
from mission_desk.words import tr, trn

_WAITING = "SELECT count(*) FROM sealed WHERE poll = ? AND poll NOT IN (SELECT poll FROM counted)"


class PollHasBallots(KnownError):  # noqa: N818  (says what is, as the sentence does)
    """An open secret poll stands in the way; it can be closed or discarded."""


Value = Callable[..., Any]
"""The first column of the first row of a reading statement."""


def require_no_ballots(value: Value, changes: Iterable[Change]) -> None:
    """To be asked before `changes` are made again or turned back: PollHasBallots where one of them takes a
    poll away whose secret ballots were not counted yet, or an option out of it or back. Counted ones stay in
    the file, and the poll that comes back finds them."""
    for change in changes:
        if change.table == "poll" and change.after is None:
            _require_none(value, change.id)
        if change.table == "choice" and change.before and "withdrawn" in (change.after or {}):
            _require_same_options(value, change.id)


def _require_same_options(value: Value, choice: int) -> None:
    """Ballots from before would have a mark, or none, where those from after have none, or one."""
    if value(_WAITING, value("SELECT poll FROM choice WHERE id = ?", choice)):
        raise PollHasBallots(
            tr(
                "Secret ballots are in, so Undo and Redo leave their options as they are: else they would "
                "tell who voted first. Close the poll, or discard it."
            )
        )


def _require_none(value: Value, poll: int) -> None:
    ballots = int(value(_WAITING, poll))
    if ballots:
        raise PollHasBallots(
            trn(
                "A secret poll with {n} ballot is open, and nothing could bring that back. So nothing was "
                "changed: close the poll, or discard it.",
                "A secret poll with {n} ballots is open, and nothing could bring them back. So nothing was "
                "changed: close the poll, or discard it.",
                ballots,
            )
        )
