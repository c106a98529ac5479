"""Whose fault is it: the world's (KnownError, said to the user in one sentence) or ours (BugError, logged with its trace)."""

from __future__ import annotations


class KnownError(Exception):
    """Something in the user's world stopped us. The message is a finished sentence: what happened, what is safe, what to do."""


class AlreadyOpen(KnownError):
    """Another program, most likely another Mission Desk, holds this file."""


class BugError(Exception):
    """We did something we must never do. The message is for the log."""
