"""Commands that make a workshop: new from a method, the sample, a copy."""

from __future__ import annotations

from pathlib import Path

import click

from mission_desk.cli.parts import FILE, LANGUAGE, opened
from mission_desk.core.agenda.methods import method as method_by_key
from mission_desk.core.file.errors import KnownError
from mission_desk.core.whole import copies
from mission_desk.core.whole.sample import build_sample
from mission_desk.core.whole.starting import start_workshop
from mission_desk.words import screen_language, tr


@click.command()
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


@click.command()
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


@click.command()
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
    with opened(file) as doc:
        (copies.save_clean_copy if clean else copies.save_copy)(doc, out)
    click.echo(tr("“{name}” is made.", name=out.name))


def _workshop_name(file: Path) -> Path:
    """The path with the ending of a workshop, because the file dialogs show no other files."""
    return file if file.suffix else file.with_name(f"{file.name}.mission")
