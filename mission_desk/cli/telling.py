"""Commands that print what is in a workshop, and whether it is whole."""

from __future__ import annotations

import json
from pathlib import Path

import click
from msgspec.structs import asdict

from mission_desk.cli.parts import FILE, echo_json, opened
from mission_desk.core.whole.checkup import check as check_file
from mission_desk.exchange.readable import polls_to_text, to_text
from mission_desk.exchange.show import describe, describe_polls, polls_to_json, to_json
from mission_desk.words import tr, trn


@click.command()
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
    with opened(file) as doc:
        if only_polls and as_json:
            echo_json(polls_to_json(doc))
        elif only_polls:
            click.echo(polls_to_text(describe_polls(doc)))
        elif as_json:
            echo_json(to_json(doc))
        else:
            click.echo(to_text(describe(doc)))


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Check that the workshop FILE is whole.

    Pages, tables, history, and the walk back to the empty file. Exit code 1 where something is wrong.

    \b
    Example: mission-desk check day.mission
    """
    report = check_file(file)
    if as_json:
        echo_json(
            json.dumps({**asdict(report), "path": str(file), "sound": report.is_sound}, ensure_ascii=False)
        )
    elif report.is_sound:
        entries = trn("{n} entry in its history", "{n} entries in its history", report.actions)
        click.echo(
            tr(
                "“{name}” is whole: version {version}, {entries}.",
                name=file.name,
                version=report.version,
                entries=entries,
            )
        )
    else:
        click.echo("\n".join(report.problems))
    ctx.exit(0 if report.is_sound else 1)
