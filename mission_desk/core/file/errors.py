"""Whose fault is it: the world's (KnownError, said to the user in one sentence) or ours (BugError, logged
with its trace)."""

from __future__ import annotations


class KnownError(Exception):
    """Something in the user's world stopped us. The message is a finished sentence: what happened, what is
    safe, what to do."""


class AlreadyOpen(KnownError):  # noqa: N818  (says what is, as the sentence does)
    """Another program, most likely another Mission Desk, holds this file."""


class Damaged(KnownError):  # noqa: N818
    """The file's content cannot be trusted any more."""


class BugError(Exception):
    """We did something we must never do. The message is for the log."""
