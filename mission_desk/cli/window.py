"""The window as a command."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from mission_desk.cli.parts import FILE


@click.command("open", hidden=True)
@click.argument("file", type=FILE)
@click.pass_context
def open_window(ctx: click.Context, file: Path) -> None:
    """Open FILE in the window."""
    ctx.exit(run(file, ctx.parent.params["lang"] if ctx.parent else None))


def run(file: Path | None, lang: str | None, *, sample: bool = False) -> int:
    """Show the window until the last one closes, and return the exit code."""
    gc.disable()  # looking for garbage during the imports takes 20 ms; from then on ui/collector.py does it
    from mission_desk.ui.app import app

    return app.run(file, sample=sample, language=lang)
