"""Commands that draw with Qt and open no window that stays: the tour, a drawing from a pipe."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from mission_desk.cli.parts import FILE, LANGUAGE, do_without_screen, echo_json
from mission_desk.words import screen_language, set_screen_language


@click.command()
@click.option("--out", type=FILE, required=True, help="Folder for the pictures and posters.")
@click.option("--lang", type=LANGUAGE, help="Language of the screen and of the workshop.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def tour(out: Path, lang: str | None, as_json: bool) -> None:
    """Leave a picture of every page in a folder.

    Opens the sample in the real windows, walks through all pages, and prints every poster as PDF.

    \b
    Example: mission-desk tour --out pictures
    """
    do_without_screen()
    from mission_desk.ui.app.tour import tour as take

    set_screen_language(lang or screen_language())
    files = [str(path) for path in take(out, screen_language())]
    if as_json:
        echo_json(json.dumps({"files": files}, ensure_ascii=False))
    else:
        click.echo("\n".join(files))


@click.command("draw-svg", hidden=True)
def draw_svg() -> None:
    """Draw an SVG from a pipe as PNG into a pipe, in a process of its own that the window can end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mission_desk.ui.app.draw_svg import main

    main()
