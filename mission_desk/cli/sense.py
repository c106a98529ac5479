"""The command `sense`: findings as a linter prints them, or the signs of a statement."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mission_desk.core.file.errors import KnownError
from mission_desk.core.room.personal_words import personal_words
from mission_desk.grammar import languages
from mission_desk.language.rules.table import detect
from mission_desk.language.sensor.findings import Finding, Room
from mission_desk.language.sensor.sensor import findings, signs
from mission_desk.language.word_files import has_word_list
from mission_desk.words import tr

AUTO = "auto"


class UnreadableText(click.ClickException):
    """Ends with exit code 2 as linters do, because 1 says that there are findings."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True, file=file)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-", metavar="[FILE|-]")
@click.option(
    "--lang", type=click.Choice((*languages(), AUTO)), default=AUTO, show_default=True, help="Of the text."
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--stats", is_flag=True, help="Print the signs instead: length, reading level, courage and more."
)
@click.pass_context
def sense(ctx: click.Context, file: Path, lang: str, as_json: bool, stats: bool) -> None:
    """Find empty words in a text.

    FILE is text in UTF-8; - or nothing reads a pipe.

    One finding a line, as line:col: kind: "words": question. Exit code 1 where there are any, 2 where the
    text cannot be read. Kinds: buzzword (the program's lists) and personal (your own list). What stands in
    quotation marks is left out.

     Example: mission-desk sense --lang de statement.txt"""
    try:
        text = _content(file)
    except KnownError as error:
        raise UnreadableText(str(error)) from error
    language = detect(text) if lang == AUTO else lang
    if not has_word_list(language):
        click.echo(tr("There is no word list for this language."), err=True)
    room = Room(personal=personal_words("empty-words"))
    if stats:
        _print_signs(text, language, room, as_json)
        return
    in_text = [each for each in findings(text, language, room) if each.kind != "quoted"]
    starts = _starts(text)
    if as_json:
        click.echo(_json([_described(starts, each) for each in in_text]))
    elif in_text:
        click.echo("\n".join(_line(starts, each) for each in in_text))
    ctx.exit(1 if in_text else 0)


def _content(file: Path) -> str:
    """The text, with line ends of one kind so that columns are right. A text that is not UTF-8 is refused,
    because a guess could be wrong."""
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise KnownError(tr("“{name}” cannot be read. Nothing was sensed.", name=file.name)) from error
    except UnicodeDecodeError as error:
        raise KnownError(tr("“{name}” is no text in UTF-8: save it as such.", name=file.name)) from error


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]


def _place(starts: list[int], finding: Finding) -> tuple[int, int]:
    """Line and column, both from 1."""
    line = bisect_right(starts, finding.start)
    return line, finding.start - starts[line - 1] + 1


def _line(starts: list[int], finding: Finding) -> str:
    line, column = _place(starts, finding)
    return f'{line}:{column}: {finding.kind}: "{_in_one_line(finding.words)}": {finding.question}'


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


def _described(starts: list[int], finding: Finding) -> dict[str, object]:
    line, column = _place(starts, finding)
    return {
        "line": line,
        "column": column,
        "kind": finding.kind,
        "category": finding.category,
        "words": _in_one_line(finding.words),
        "question": finding.question,
        "try": list(finding.tries),
    }


def _print_signs(text: str, language: str, room: Room, as_json: bool) -> None:
    every = signs(text, language, room)
    if as_json:
        click.echo(
            _json(
                [
                    {
                        "sign": s.key,
                        "name": s.name,
                        "figure": s.figure,
                        "reason": s.reason,
                        "verdict": s.verdict,
                    }
                    for s in every
                ]
            )
        )
        return
    click.echo("\n".join(_stats((sign.name, sign.figure, sign.reason) for sign in every)))


def _stats(rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    for name, figure, reason in rows:
        yield f"{name + ':':<20}{figure} ({reason})"


def _json(described: list[dict[str, object]]) -> bytes:
    """As UTF-8 whatever the terminal's own alphabet: programs read it."""
    return json.dumps(described, ensure_ascii=False).encode("utf-8")
