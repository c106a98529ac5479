from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mission_desk.cli import main
from mission_desk.tally.rules import RULES
from tests.tally.elections import twelve_seats


def run(*arguments: object, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "tally", *map(str, arguments)], input=given)


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    election = twelve_seats()
    ballots = [
        {
            "pull": dict(zip(election.options, ballot.marks, strict=True)),
            "drag": dict(zip(election.options, ballot.drag, strict=True)),
        }
        for ballot in election.ballots
    ]
    path = tmp_path / "twelve.json"
    path.write_text(json.dumps({"options": election.options, "ballots": ballots}))
    return path


@pytest.mark.parametrize(
    ("rule", "winner"),
    [("score", "A"), ("approval", "A"), ("consensing", "A"), ("star", "B"), ("majority", "B")],
)
def test_twelve_seats(twelve: Path, rule: str, winner: str) -> None:
    printed = json.loads(run("--rule", rule, "--json", twelve).output)
    assert printed["winner"] == winner
    assert printed["ranking"][0] == winner
    assert printed["steps"]


def test_pull_and_drag_says_who_is_what(twelve: Path) -> None:
    printed = json.loads(run("--rule", "pull-and-drag", "--json", twelve).output)
    assert printed["repair"] == ["B", "C"]
    assert printed["characters"] == {"A": "denominator", "B": "split"}
    assert "Common denominator" in run("--rule", "pull-and-drag", twelve).output


@pytest.mark.parametrize("rule", sorted(set(RULES) - {"pull-and-drag", "gradients", "dots", "consent"}))
def test_a_tie_names_no_winner_and_says_who_is_equal(rule: str) -> None:
    content = json.dumps({"options": ["A", "B"], "ballots": [{"A": 1, "B": 1}]}).encode()
    if RULES[rule].mark == "place":
        asked = run("--rule", rule, "-", given=content)
        assert asked.exit_code == 1
        assert "--marks places" in asked.output
        content = content.replace(b"1", b"0")
    printed = json.loads(run("--rule", rule, "--json", "-", given=content).output)
    assert (printed["winner"], printed["tie"], printed["places"]) == (None, ["A", "B"], {"A": 1, "B": 1})


def test_gradients_name_nobody() -> None:
    printed = json.loads(run("--rule", "gradients", "--json", "-", given=b"A,B\n8,8\n").output)
    assert (printed["winner"], printed["tie"]) == (None, [])


def test_the_other_words_are_german() -> None:
    result = CliRunner().invoke(main, ["--lang", "de", "tally", "--rule", "score", "-"], input=b"A,B\n5,2\n")
    assert "„A“ gewinnt." in result.output


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run("--rule", "score", tmp_path / "none.json")
    assert result.exit_code == 1
    assert result.output == "“none.json” cannot be read. Nothing was counted.\n"
