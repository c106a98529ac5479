"""Whose fault an error is: the world's (KnownError, shown to the user as one sentence) or ours (BugError,
logged with its trace)."""

from __future__ import annotations


class KnownError(Exception):
    """Something in the user's world prevents an action. The message is a finished sentence: what happened,
    what is safe, what to do."""

    @property
    def cause(self) -> str:
        """The part of it that stays true for what is tried again by itself."""
        return str(self)


class AlreadyOpen(KnownError):  # noqa: N818  (says what is, as the sentence does)
    """Another program, most likely another Mission Desk, holds this file."""


class DiskFull(KnownError):  # noqa: N818
    """There is no room. `cause` leaves out the advice to do it again."""

    def __init__(self, sentence: str, cause: str) -> None:
        super().__init__(sentence)
        self._cause = cause

    @property
    def cause(self) -> str:
        return self._cause


class Damaged(KnownError):  # noqa: N818
    """The file's content cannot be trusted any more."""


class BugError(Exception):
    """The program did something that it must never do. The message is for the log."""
