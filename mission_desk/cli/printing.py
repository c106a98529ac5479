"""The command `print`: a poster of a workshop as PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import assert_never

import click

from mission_desk.cli.parts import FILE, opened
from mission_desk.core.file.document import Document
from mission_desk.posters import from_rows
from mission_desk.posters.contents import KINDS, LOOKS, Look, Poster, PosterKind
from mission_desk.posters.sheets.paper import paper
from mission_desk.words import tr, trn

MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}


def _millimetres(ctx: click.Context, param: click.Parameter, value: str) -> float:
    """Read a length such as 10mm, 1cm or 0.4in; a number alone is in millimetres."""
    parts = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|in)?\s*", value, re.IGNORECASE)
    if parts is None:
        raise click.BadParameter(
            tr("“{value}” is no length: write 10mm, 1cm or 0.4in.", value=value), ctx, param
        )
    return float(parts[1].replace(",", ".")) * MM[(parts[2] or "mm").lower()]


@click.command("print")
@click.argument("file", type=FILE)
@click.option("--poster", type=click.Choice(KINDS), default="statement", show_default=True)
@click.option("--board", "board_key", metavar="KEY", help="Which board, for --poster board.")
@click.option(
    "--paper", "paper_name", default="A1", show_default=True, help="A4 to A0, Letter to ANSI E or ARCH E."
)
@click.option("--landscape", is_flag=True)
@click.option(
    "--tile", metavar="PAPER", help="Spread it over sheets of this paper: A4, Letter, A3 or Tabloid."
)
@click.option(
    "--overlap",
    callback=_millimetres,
    default="10mm",
    show_default=True,
    help="For gluing: 10mm, 1cm, 0.4in.",
)
@click.option("--look", type=click.Choice(LOOKS), default="accent", show_default=True)
@click.option("--ink-saver", is_flag=True, help="White ground, same layout.")
@click.option("-o", "--output", "out", type=FILE, required=True, metavar="OUT.pdf")
def print_poster(
    file: Path,
    poster: PosterKind,
    board_key: str | None,
    paper_name: str,
    landscape: bool,
    tile: str | None,
    overlap: float,
    look: Look,
    ink_saver: bool,
    out: Path,
) -> None:
    """Print a poster of the workshop FILE as PDF.

    \b
    Example: mission-desk print day.mission --paper A1 --tile A4 -o wall.pdf
    Example: mission-desk print day.mission --poster board --board customers --landscape -o board.pdf
    """
    from mission_desk.posters.write import write_poster

    if poster == "board" and not board_key:
        raise click.UsageError(tr("Which board? Add --board KEY, for example --board customers."))
    full, sheet = paper(paper_name, landscape), paper(tile) if tile else None
    with opened(file) as doc:
        drawn = _poster(doc, poster, board_key or "", look, ink_saver)
        printed = write_poster(out, drawn, full, tile=sheet, overlap_mm=overlap)
    pages = trn("{n} sheet", "{n} sheets", printed.sheets)
    click.echo(tr("“{name}” is printed: {pages}.", name=out.name, pages=pages))
    if printed.missing:
        letters = " ".join(printed.missing)
        click.echo(tr("No typeface has these characters: {letters}", letters=letters), err=True)


def _poster(doc: Document, kind: PosterKind, board_key: str, look: Look, ink_saver: bool) -> Poster:
    match kind:
        case "statement":
            return from_rows.statement_poster(doc, look=look, ink_saver=ink_saver)
        case "board":
            return from_rows.board_poster(doc, board_key)
        case "result":
            return from_rows.result_poster(doc)
    assert_never(kind)
