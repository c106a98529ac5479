"""What is said of a text is what was agreed upon: where its findings and words lie, what each sign shows, how
it is turned, compared and remembered. Each rule has tests of its own; this finds what changed by mistake."""

from __future__ import annotations

from functools import cache

import pytest

from tests.language.agreed_readings import AGREED, LANGUAGES, groups, reading, texts

CASES = [(language, n) for language in LANGUAGES for n in range(len(texts(language)))]


@cache
def agreed(language: str) -> dict[str, list[str]]:
    """By text; the groups of all labelled statements stand below ""."""
    about: dict[str, list[str]] = {"": []}
    text = ""
    for line in (AGREED / f"{language}.txt").read_text("utf-8").split("\n"):
        if line.startswith("  "):
            about[text].append(line[2:])
        elif line.startswith("group "):
            about[""].append(line)
        elif line:
            text = line
            about[text] = []
    return about


@pytest.mark.parametrize(("language", "n"), CASES)
def test_a_text_is_read_as_it_was_agreed_upon(language: str, n: int) -> None:
    text, before = texts(language)[n], texts(language)[n - 1] if n else ""
    assert reading(text, before, language) == agreed(language)[text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_fall_into_the_groups_that_were_agreed_upon(language: str) -> None:
    assert groups(language) == agreed(language)[""]
