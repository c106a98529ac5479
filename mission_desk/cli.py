"""The command line: opens the window, or does one thing with one file and ends. The only place that prints.
Qt and the PDF writer are imported by the commands that need them, so that `--help` answers at once."""

from __future__ import annotations

import gc
import json
import locale
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from mission_desk import __version__
from mission_desk.cli_sense import sense
from mission_desk.cli_tally import tally
from mission_desk.core import copies
from mission_desk.core.checkup import check as check_file
from mission_desk.core.document import Document
from mission_desk.core.errors import KnownError
from mission_desk.core.methods import method as method_by_key
from mission_desk.core.sample import build_sample
from mission_desk.core.starting import start_workshop
from mission_desk.exchange.readable import polls_to_text, to_text
from mission_desk.exchange.show import describe, describe_polls, polls_to_json, to_json
from mission_desk.posters import from_rows
from mission_desk.posters.kinds import LOOKS, Look, Poster
from mission_desk.posters.paper import paper
from mission_desk.words import LANGUAGES, screen_language, set_screen_language, tr, trn

FILE = click.Path(path_type=Path)
LANGUAGE = click.Choice(tuple(LANGUAGES))
MM = {"mm": 1.0, "cm": 10.0, "in": 25.4}


class Sentence(click.ClickException):
    """A KnownError at the terminal: its sentence on one line of stderr, and exit code 1."""

    def show(self, file: Any = None) -> None:
        click.echo(" ".join(self.message.split()), err=True, file=file)


class DeskGroup(click.Group):
    """A first argument that is no command is a file to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands or not _looks_like_file(args[0]):
            return super().resolve_command(ctx, args)
        return "open", open_window, args

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KnownError as error:
            raise Sentence(str(error)) from error


def _millimetres(ctx: click.Context, param: click.Parameter, value: str) -> float:
    """10mm, 1cm or 0.4in; a bare number is millimetres."""
    found = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|in)?\s*", value, re.IGNORECASE)
    if found is None:
        raise click.BadParameter(
            tr("“{value}” is no length: write 10mm, 1cm or 0.4in.", value=value), ctx, param
        )
    return float(found[1].replace(",", ".")) * MM[(found[2] or "mm").lower()]


@click.group(cls=DeskGroup, invoke_without_command=True, subcommand_metavar="[FILE | COMMAND [ARGS]...]")
@click.option("--sample", is_flag=True, help="Open a fresh copy of the sample workshop.")
@click.option(
    "--self-test", is_flag=True, help="Open, act, undo, print a page and grab a window; say what fails."
)
@click.option("--lang", type=LANGUAGE, help="Language of the screen; the system's where it is not given.")
@click.version_option(__version__, prog_name="Mission Desk")
@click.pass_context
def main(ctx: click.Context, sample: bool, self_test: bool, lang: str | None) -> None:
    """A workshop on a projector: a service team finds its mission and takes it home as posters.

    Without a command the window opens: empty, with the sample, or with FILE (write ./show for a file that is
    named like a command).

    \b
    Example: mission-desk "Our day.mission"
    """
    set_screen_language(lang or _system_language())
    if ctx.invoked_subcommand is not None:
        return
    if self_test:
        _test_self(ctx)
    else:
        ctx.exit(_run(None, lang, sample=sample))


main.add_command(tally)
main.add_command(sense)


@main.command("open", hidden=True)
@click.argument("file", type=FILE)
@click.pass_context
def open_window(ctx: click.Context, file: Path) -> None:
    """Open FILE in the window."""
    ctx.exit(_run(file, ctx.parent.params["lang"] if ctx.parent else None))


@main.command()
@click.argument("file", type=FILE)
@click.option("--method", "key", default="find-our-mission", show_default=True, help="Key of the method.")
@click.option("--lang", type=LANGUAGE, help="Language of the workshop.")
def new(file: Path, key: str, lang: str | None) -> None:
    """Make a new workshop FILE from a method.

    Methods: find-our-mission, half-a-day, priorities-and-road-map, annual-review, and your own.

    \b
    Example: mission-desk new day.mission --method half-a-day --lang de
    """
    file = _workshop_name(file)
    start_workshop(file, method_by_key(key), lang or screen_language()).close()
    click.echo(tr("“{name}” is made.", name=file.name))


@main.command()
@click.argument("file", type=FILE)
@click.option("--lang", type=LANGUAGE, help="Language of the workshop.")
def sample(file: Path, lang: str | None) -> None:
    """Make the finished sample workshop as FILE.

    \b
    Example: mission-desk sample sample.mission --lang de
    """
    file = _workshop_name(file)
    build_sample(file, lang or screen_language())
    click.echo(tr("“{name}” is made.", name=file.name))


@main.command("print")
@click.argument("file", type=FILE)
@click.option(
    "--poster", type=click.Choice(("statement", "board", "result")), default="statement", show_default=True
)
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
    poster: str,
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
    with _opened(file) as doc:
        drawn = _poster(doc, poster, board_key or "", look, ink_saver)
        printed = write_poster(out, drawn, full, tile=sheet, overlap_mm=overlap)
    pages = trn("{n} sheet", "{n} sheets", printed.sheets)
    click.echo(tr("“{name}” is printed: {pages}.", name=out.name, pages=pages))
    if printed.missing:
        letters = " ".join(printed.missing)
        click.echo(tr("No typeface has these characters: {letters}", letters=letters), err=True)


@main.command()
@click.argument("file", type=FILE)
@click.option("--polls", "only_polls", is_flag=True, help="Only the polls, with their reasoning.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(file: Path, only_polls: bool, as_json: bool) -> None:
    """Say what is in the workshop FILE.

    Boards with notes, drafts with versions, polls with results, priorities and road map.

    \b
    Example: mission-desk show day.mission --json
    Example: mission-desk show day.mission --polls
    """
    with _opened(file) as doc:
        if only_polls and as_json:
            _echo_json(polls_to_json(doc))
        elif only_polls:
            click.echo(polls_to_text(describe_polls(doc)))
        elif as_json:
            _echo_json(to_json(doc))
        else:
            click.echo(to_text(describe(doc)))


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Check that the workshop FILE is whole.

    Pages, tables, history, and the walk back to the empty file. Exit code 1 where something is wrong.

    \b
    Example: mission-desk check day.mission
    """
    found = check_file(file)
    if as_json:
        _echo_json(
            json.dumps({**asdict(found), "path": str(file), "sound": found.is_sound}, ensure_ascii=False)
        )
    elif found.is_sound:
        entries = trn("{n} entry in its history", "{n} entries in its history", found.actions)
        click.echo(
            tr(
                "“{name}” is whole: version {version}, {entries}.",
                name=file.name,
                version=found.version,
                entries=entries,
            )
        )
    else:
        click.echo("\n".join(found.problems))
    ctx.exit(0 if found.is_sound else 1)


@main.command()
@click.option("--out", type=FILE, required=True, help="Folder for the pictures and posters.")
@click.option("--lang", type=LANGUAGE, help="Language of the screen and of the workshop.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def tour(out: Path, lang: str | None, as_json: bool) -> None:
    """Leave a picture of every page in a folder.

    Opens the sample in the real windows, walks through all pages, and prints every poster as PDF.

    \b
    Example: mission-desk tour --out pictures
    """
    _do_without_screen()
    from mission_desk.ui.tour import tour as take

    set_screen_language(lang or screen_language())
    files = [str(path) for path in take(out, screen_language())]
    if as_json:
        _echo_json(json.dumps({"files": files}, ensure_ascii=False))
    else:
        click.echo("\n".join(files))


@main.command("draw-svg", hidden=True)
def draw_svg() -> None:
    """A drawing from a pipe as PNG into a pipe: apart from the window, so that it can be ended."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mission_desk.ui.draw_svg import draw_svg as drawn

    click.echo(drawn(sys.stdin.buffer.read()), nl=False)


@main.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--clean", is_flag=True, help="Without history: no deleted text, no old wordings.")
def copy(file: Path, out: Path, clean: bool) -> None:
    """Copy the workshop FILE to OUT.

    \b
    Example: mission-desk copy day.mission to-share.mission --clean
    """
    if out.exists():
        raise KnownError(
            tr("There is already a file “{name}”. Choose another name; it was not touched.", name=out.name)
        )
    with _opened(file) as doc:
        (copies.save_clean_copy if clean else copies.save_copy)(doc, out)
    click.echo(tr("“{name}” is made.", name=out.name))


@contextmanager
def _opened(file: Path) -> Iterator[Document]:
    doc = Document.open(file)
    try:
        yield doc
    finally:
        doc.close()


def _poster(doc: Document, kind: str, board_key: str, look: Look, ink_saver: bool) -> Poster:
    if kind == "board":
        return from_rows.board_poster(doc, board_key)
    if kind == "result":
        return from_rows.result_poster(doc)
    return from_rows.statement_poster(doc, look=look, ink_saver=ink_saver)


def _system_language() -> str:
    """A locale's name such as de_AT, asked without Qt: a sentence is due before any window is made."""
    said = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return (next(filter(None, said), None) or locale.getlocale()[0] or "en").split(".")[0]


def _workshop_name(file: Path) -> Path:
    """With its ending where it was left out: the file dialogs show no other files."""
    return file if file.suffix else file.with_name(f"{file.name}.mission")


def _run(file: Path | None, lang: str | None, *, sample: bool = False) -> int:
    gc.disable()  # the imports of a window leave no garbage behind, and looking for it takes 20 ms
    from mission_desk.ui.app import run

    return run(file, sample=sample, language=lang)


def _test_self(ctx: click.Context) -> None:
    _do_without_screen()
    from mission_desk.ui.selftest import self_test

    problems = self_test()
    click.echo("\n".join(problems) or tr("Everything works."))
    ctx.exit(1 if problems else 0)


def _do_without_screen() -> None:
    """Qt ends the process where it finds no screen, unless it is told before it is imported."""
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _looks_like_file(argument: str) -> bool:
    """A mistyped command must not open a window: what is there, or is written like a file, is one."""
    return Path(argument).exists() or Path(argument).suffix != "" or len(Path(argument).parts) > 1


def _echo_json(text: str) -> None:
    """As UTF-8 whatever the terminal's own alphabet: programs read it."""
    click.echo(text.encode("utf-8"))
