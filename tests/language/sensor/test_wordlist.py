"""The lists are whole: every entry can be read, explained and met."""

from __future__ import annotations

from collections import Counter

import pytest

from mission_desk.grammar import language_file
from mission_desk.language.rules.table import forms
from mission_desk.language.sensor.lexicon import Lexicon
from mission_desk.language.sensor.patterns import PatternError, sequences
from mission_desk.language.sensor.wordlist import CATEGORIES, COLUMNS, entries, groups, list_of
from tests.language.sensor.figures import LANGUAGES

LEAST = 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_whole(language: str) -> None:
    lines = language_file(language, "sensor", "list.tsv").read_text("utf-8").splitlines()
    assert tuple(lines[0].split("\t")) == COLUMNS
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
    every = entries(language)
    assert len(every) >= LEAST
    assert [each.id for each in every if not each.id.startswith(f"{language}-")] == []
    assert [id for id, count in Counter(each.id for each in every).items() if count > 1] == []
    assert [each.id for each in every if each.category not in CATEGORIES] == []
    assert [each.id for each in every if each.weight not in (1, 2, 3)] == []
    assert [each.id for each in every if not each.question.rstrip(" .").endswith("?")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_met(language: str) -> None:
    lexicon = list_of(language)
    assert isinstance(lexicon, Lexicon)
    met: set[int] = set()
    waiting = [lexicon.root]
    while waiting:
        node = waiting.pop()
        met.update(node.ends)
        waiting += [*node.steps.values(), *node.gaps.values()]
    assert met == set(range(len(lexicon.entries)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_be_left_out_is_one_item(language: str) -> None:
    """A blank between parentheses would split them, and the pattern would never be met."""
    items = [(each.id, item) for each in entries(language) for item in each.pattern.split()]
    assert [pair for pair in items if pair[1].startswith("(") != pair[1].endswith(")")] == []
    assert [pair for pair in items if set(pair[1][1:-1]) & set("()")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_name_groups_that_are_there(language: str) -> None:
    known = groups(language)
    named = {item[1:] for listed in known.values() for item in listed if item.startswith("@")}
    assert named <= set(known)


def test_patterns_are_read() -> None:
    assert sequences("win-win (deal~)") == [
        ({"win"}, {"win"}),
        ({"win"}, {"win"}, {"deal~"}),
        ({"winwin"},),
        ({"winwin"}, {"deal~"}),
    ]
    for nonsense in ("", "* x", "(x)"):
        with pytest.raises(PatternError):
            sequences(nonsense)


def test_forms_of_words() -> None:
    assert {"drives", "driving", "driven"} - forms("drive", "en") == {"driven"}
    assert {"strategies", "optimizing", "planned", "flawlessly"} <= (
        forms("strategy", "en") | forms("optimise", "en") | forms("plan", "en") | forms("flawless", "en")
    )
    assert {"gelebte", "lebt", "lebten"} <= forms("leben", "de")
    assert {"flexible", "flexibler"} <= forms("flexibel", "de")
    assert {"loesungen"} <= forms("loesung", "de")
