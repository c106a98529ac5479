"""What the manual says of the sensor holds: on statements it was never tuned on, and in every trap."""

from __future__ import annotations

import re

import pytest

from tests.architecture.sources import ROOT
from tests.language.sensor.figures import LANGUAGES, figures, over, row, trapped
from tests.language.sensor.labelled import Statement, parsed, statements, traps

RECALL, PRECISION = 0.85, 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kept_half_is_found(language: str) -> None:
    measured = figures(language, [each for each in statements(language) if each.is_kept])
    assert measured.recall >= RECALL
    assert measured.precision >= PRECISION


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_plain_statement_has_a_finding(language: str) -> None:
    measured = figures(language, statements(language))
    assert (measured.plain_with, measured.plain >= 30) == (0, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trap_snaps(language: str) -> None:
    assert trapped(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sets_are_large_enough(language: str) -> None:
    assert len(statements(language)) >= 130
    assert len(set(traps(language))) >= 100
    kept_count = sum(each.is_kept for each in statements(language))
    assert 0.4 < kept_count / len(statements(language)) < 0.6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_says_what_the_command_prints(language: str) -> None:
    manual = (ROOT / "docs" / "sensor.md").read_text("utf-8")
    assert row(language, is_kept=True) in re.sub(r"^ {4}", "", manual, flags=re.MULTILINE)


def test_labels_are_read() -> None:
    assert parsed("We [strive] for [ham].") == Statement("We strive for ham.", ((3, 9), (14, 17)))
    assert over((3, 9), (8, 12))
    assert not over((3, 9), (9, 12))


def test_a_list_that_finds_nothing_would_be_noticed() -> None:
    measured = figures("en", [parsed("We sell [ham] and innovative cheese."), parsed("Holistic ham.")])
    assert (measured.recall, measured.precision, measured.plain_with) == (0, 0, 1)
