"""What several commands share: a workshop that is opened and closed, languages, files, JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from mission_desk.core.file.document import Document
from mission_desk.core.vote import poll_closing
from mission_desk.grammar import languages

FILE = click.Path(path_type=Path)
LANGUAGE = click.Choice(languages())


@contextmanager
def opened(file: Path) -> Iterator[Document]:
    """The workshop, opened as a window does it: of few secret ballots that an earlier release wrote, only the
    order is kept."""
    doc = Document.open(file)
    try:
        poll_closing.forget_few(doc)
        yield doc
    finally:
        doc.close()


def echo_json(text: str) -> None:
    """Print the JSON as UTF-8 whatever the terminal's encoding is, because programs read it."""
    click.echo(text.encode("utf-8"))


def do_without_screen() -> None:
    """Tell Qt to draw without a screen where there is none. It has to be told before it is imported,
    or it ends the process."""
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
