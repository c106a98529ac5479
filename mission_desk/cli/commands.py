"""The commands by name. Each is imported when it is called or listed: all of them together would keep the
window waiting longer than its own pages do."""

from __future__ import annotations

import click


def command(name: str) -> click.Command | None:
    """None where there is no such command."""
    return _COMMANDS[name]() if name in _COMMANDS else None


def names() -> list[str]:
    return sorted(_COMMANDS)


def _check() -> click.Command:
    from mission_desk.cli.telling import check

    return check


def _copy() -> click.Command:
    from mission_desk.cli.making import copy

    return copy


def _draw_svg() -> click.Command:
    from mission_desk.cli.drawing import draw_svg

    return draw_svg


def _new() -> click.Command:
    from mission_desk.cli.making import new

    return new


def _open() -> click.Command:
    from mission_desk.cli.window import open_window

    return open_window


def _print() -> click.Command:
    from mission_desk.cli.printing import print_poster

    return print_poster


def _sample() -> click.Command:
    from mission_desk.cli.making import sample

    return sample


def _sense() -> click.Command:
    from mission_desk.cli.sense import sense

    return sense


def _show() -> click.Command:
    from mission_desk.cli.telling import show

    return show


def _tally() -> click.Command:
    from mission_desk.cli.tally import tally

    return tally


def _tour() -> click.Command:
    from mission_desk.cli.drawing import tour

    return tour


_COMMANDS = {
    "check": _check,
    "copy": _copy,
    "draw-svg": _draw_svg,
    "new": _new,
    "open": _open,
    "print": _print,
    "sample": _sample,
    "sense": _sense,
    "show": _show,
    "tally": _tally,
    "tour": _tour,
}
