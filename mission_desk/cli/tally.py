"""The command `tally`: ballots from a file under a rule of one's choice, by the same engine as the window."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import get_args

import click

from mission_desk.core.file.errors import KnownError
from mission_desk.exchange.ballot_order import MarksAre, ReadBallots
from mission_desk.exchange.ballots import read_ballots
from mission_desk.tally.character import Character, character, character_sentence
from mission_desk.tally.result import Result
from mission_desk.tally.rules import RULES, count
from mission_desk.words import tr, trn


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="BALLOTS")
@click.option("--rule", type=click.Choice(tuple(RULES)), required=True, help="How to count.")
@click.option(
    "--marks",
    type=click.Choice(get_args(MarksAre)),
    help="For schulze, pairs and duel: what the numbers are, places (1 the best) or scores (more is better).",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def tally(file: Path, rule: str, marks: MarksAre | None, as_json: bool) -> None:
    """Count the BALLOTS of a JSON or CSV file (- reads them from a pipe).

    JSON: {"options": ["A", "B"], "ballots": [{"A": 4, "B": 2}, …]}; for pull-and-drag a ballot is {"pull":
    {…}, "drag": {…}}. CSV: a column an option, a row a ballot ("A pull" and "A drag" for pull-and-drag).

    More is better, but for consensing, where a mark is resistance. For schulze, pairs and duel a ballot may
    also be a list, best first; numbers that can be places as well as scores need --marks.

     Example: mission-desk tally --rule star ballots.json"""
    ballots = read_ballots(_content(file), rule, marks)
    result = count(rule, ballots.election)
    if as_json:
        click.echo(json.dumps(_described(ballots, result), ensure_ascii=False).encode("utf-8"))
    else:
        click.echo("\n".join(_lines(ballots, result)))


def _content(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise KnownError(tr("“{name}” cannot be read. Nothing was counted.", name=file.name)) from error


def _described(ballots: ReadBallots, result: Result) -> dict[str, object]:
    """`ranking` is flat, best first; `places` says who shares one."""
    names = ballots.election.options
    return {
        "rule": result.rule,
        "winner": None if result.winner is None else names[result.winner],
        "tie": [names[n] for n in _equals(result)],
        "ranking": [names[n] for group in result.ranking for n in group],
        "places": _places(result, names),
        "figures": {figure.key: dict(zip(names, figure.values, strict=True)) for figure in result.figures},
        "repair": [names[n] for n in result.repair],
        "characters": _characters(ballots),
        "ballots": len(ballots.election.ballots),
        "steps": [*_read_as(ballots, result), *result.steps],
    }


def _equals(result: Result) -> tuple[int, ...]:
    """The options that share the first place; none where the rule names no winner at all."""
    shared = bool(result.ranking) and len(result.ranking[0]) > 1
    return result.ranking[0] if shared and result.winner is None and result.rule != "gradients" else ()


def _places(result: Result, names: tuple[str, ...]) -> dict[str, int]:
    places: dict[str, int] = {}
    for group in result.ranking:
        place = len(places) + 1
        places |= {names[n]: place for n in group}
    return places


def _characters(ballots: ReadBallots) -> dict[str, Character]:
    election = ballots.election
    kinds = {name: character(election, n) for n, name in enumerate(election.options)}
    return {name: kind for name, kind in kinds.items() if kind}


def _read_as(ballots: ReadBallots, result: Result) -> list[str]:
    if RULES[result.rule].mark != "place":
        return []
    if ballots.as_places:
        return [tr("Read as places: 1 is the best.")]
    return [tr("Read as scores: more is better.")]


def _lines(ballots: ReadBallots, result: Result) -> list[str]:
    names = ballots.election.options
    places = _places(result, names)
    kinds = _characters(ballots)
    return [
        trn("{n} ballot.", "{n} ballots.", len(ballots.election.ballots)),
        *_read_as(ballots, result),
        *result.steps,
        *(f"{name}: {character_sentence(kind)}" for name, kind in kinds.items()),
        "",
        *(f"{place}. {name}" for name, place in places.items()),
    ]
