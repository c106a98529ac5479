"""Why a step failed, in one sentence, from what the step wrote into the log."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

from set_up.places import LOG, ROOT

MEGABYTE = 1_000_000
# Below this a disk counts as full: pip removes what it could not finish before it says so.
FULL = 4 * MEGABYTE

NO_ROOM = re.compile(
    r"No space left on device|Errno 28|WinError 112|enough free (?:disk )?space|Disk quota exceeded"
)
NO_NETWORK = re.compile(
    r"name resolution|NameResolutionError|getaddrinfo failed|nodename nor servname"
    r"|Temporary failure resolving|Failed to establish a new connection|NewConnectionError|ConnectTimeout"
    r"|Read ?[Tt]imed? ?[Oo]ut|Network is unreachable|Connection refused|ConnectionResetError"
    r"|Could not connect to|Cannot connect to|ProxyError|Could not resolve|E: Failed to fetch"
)
NO_TRUST = re.compile(r"CERTIFICATE_VERIFY_FAILED")
NO_PACKAGE = re.compile(r"No matching distribution found for (\S+)|Unable to locate package (\S+)")
NOT_WRITABLE = re.compile(
    r"(?:Permission denied|Read-only file system|Access is denied)(?:: '([^']+)')?"
    r"|being used by another process"
)
DETAILS = f"Details: {LOG.name}"


def sentence(what: str, text: str, least_free: int) -> str:
    """`what` is the step that failed, `text` its words, `least_free` the fewest bytes seen free meanwhile."""
    if least_free < FULL or NO_ROOM.search(text):
        return no_room()
    for pattern, say_why in CAUSES.items():
        if match := pattern.search(text):
            return say_why(match)
    return f"This step failed: {what}. Start again to try it once more. {DETAILS}"


def no_room() -> str:
    free = shutil.disk_usage(ROOT).free // MEGABYTE
    return f"The disk is full ({free} MB are free at {ROOT}): make room and start again. {DETAILS}"


def _no_network(_match: re.Match[str]) -> str:
    return (
        "There is no connection to where the packages are: look for an internet connection and start again; "
        f"it is needed this once only. {DETAILS}"
    )


def _no_trust(_match: re.Match[str]) -> str:
    return (
        "The server with the packages shows a certificate that is not trusted here, as a company's proxy "
        f"does: ask who looks after this network, then start again. {DETAILS}"
    )


def _no_package(match: re.Match[str]) -> str:
    package = match[1] or match[2]
    return f"There is no {package} for this Python and this system, so it cannot run here. {DETAILS}"


def _not_writable(match: re.Match[str]) -> str:
    where = match[1] or str(ROOT)
    return f"{where} cannot be written: close Mission Desk if it is open, and start again. {DETAILS}"


# The first that fits: a lost connection ends in "No matching distribution" too.
CAUSES: dict[re.Pattern[str], Callable[[re.Match[str]], str]] = {
    NO_TRUST: _no_trust,
    NO_NETWORK: _no_network,
    NO_PACKAGE: _no_package,
    NOT_WRITABLE: _not_writable,
}
