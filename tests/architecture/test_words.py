"""Every word a person reads can be read in every language: each sentence handed to `tr` or `trn` has its
entry in each folder of `resources/i18n`, and no code outside the one table knows which folders there are."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter

import pytest

from mission_desk.grammar import GRAMMAR, SOURCE, grammar
from tests.architecture.sources import ROOT, Source, assert_none, house

LANGUAGES = {file.parent.name: file.parent for file in (ROOT / "resources" / "i18n").glob(f"*/{GRAMMAR}")}
TRANSLATIONS = sorted(set(LANGUAGES) - {SOURCE})
# How many first arguments are sentences: trn takes singular and plural.
SENTENCES = {"tr": 1, "trn": 2}
Texts = dict[str, str | list[str]]
Tables = dict[str, Texts]
WORDS_MODULE = "mission_desk/words.py"


@dataclass(frozen=True)
class Said:
    """A sentence in the code, and the fields its call fills in (None: not to be told from the outside)."""

    place: str
    text: str
    given: frozenset[str] | None


@cache
def said_in_house() -> tuple[Said, ...]:
    return tuple(sentence for source in house() for sentence in sentences(source))


@cache
def tables(language: str) -> Tables:
    """File name -> English source -> the text in this language, or a list of its plural forms."""
    files = (file for file in sorted(LANGUAGES[language].glob("*.toml")) if file.name != GRAMMAR)
    return {file.name: tomllib.loads(file.read_text("utf-8")) for file in files}


def forms(text: str | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else text


def translating_calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    for call in source.calls():
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        if name in SENTENCES and source.path != WORDS_MODULE:
            yield call, name


def sentences(source: Source) -> Iterator[Said]:
    for call, name in translating_calls(source):
        for argument in call.args[: SENTENCES[name]]:
            for text in literals(argument):
                yield Said(source.at(call, repr(text)), text, given(call, name))


def literals(node: ast.expr) -> list[str]:
    """The sentence itself, or both of `"Start" if ready else "Wait"`."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def given(call: ast.Call, name: str) -> frozenset[str] | None:
    names = {keyword.arg for keyword in call.keywords}
    if None in names:
        return None
    return frozenset(str(each) for each in names - {"lang"}) | ({"n"} if name == "trn" else set())


def unreadable(source: Source) -> list[str]:
    """A sentence that is put together or handed on cannot be looked up here, nor by who translates."""
    return [
        source.at(call, f"{name}({ast.unparse(argument)}): write the sentence itself")
        for call, name in translating_calls(source)
        for argument in call.args[: SENTENCES[name]]
        if not literals(argument)
    ]


def fields(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name is not None}


def untranslated(spoken: tuple[Said, ...], texts: Texts) -> list[str]:
    empty = {source for source, text in texts.items() if not all(form.strip() for form in forms(text))}
    return sorted({each.place for each in spoken if each.text not in texts or each.text in empty})


def unused(spoken: tuple[Said, ...], texts: Texts) -> list[str]:
    return sorted(set(texts) - {each.text for each in spoken})


def differing_fields(texts: Texts) -> list[str]:
    return [
        source
        for source, text in texts.items()
        if any(fields(form) != fields(source) for form in forms(text))
    ]


def unfilled(spoken: tuple[Said, ...]) -> list[str]:
    """A field that the call does not fill would stand on the screen as {name}, or end in a KeyError."""
    return [each.place for each in spoken if each.given is not None and not fields(each.text) <= each.given]


def contradictions(files: Tables) -> list[str]:
    seen: Texts = {}
    return [
        f"{file}: {source!r}"
        for file, table in files.items()
        for source, text in table.items()
        if seen.setdefault(source, text) != text
    ]


def joined(files: Tables) -> Texts:
    return {source: text for table in files.values() for source, text in table.items()}


def made_up(text: str) -> tuple[Said, ...]:
    return tuple(sentences(Source("mission_desk/ui/desk/desk.py", text)))


def test_every_sentence_stands_in_the_code_as_it_is() -> None:
    assert_none(offence for source in house() for offence in unreadable(source))


def test_a_sentence_put_together_is_noticed() -> None:
    assert unreadable(Source("a.py", "tr(f'Hello {name}')"))
    assert unreadable(Source("a.py", "tr(text)"))
    assert unreadable(Source("a.py", "trn('One note', '{n} ' + word, 3)"))
    assert not unreadable(Source("a.py", "tr('Start' if ready else 'Wait')"))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_sentence_is_translated(language: str) -> None:
    assert_none(untranslated(said_in_house(), joined(tables(language))))


def test_a_missing_translation_is_noticed() -> None:
    assert untranslated(made_up("tr('Undo')"), {})
    assert untranslated(made_up("trn('One note', '{n} notes', 3)"), {"One note": "Eine Notiz"})
    assert untranslated(made_up("tr('Start' if ready else 'Wait')"), {"Start": "Los"})
    assert untranslated(made_up("tr('Undo')"), {"Undo": " "})
    assert not untranslated(made_up("tr('Undo')"), {"Undo": "Rückgängig"})


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_translation_is_left_over(language: str) -> None:
    assert_none(unused(said_in_house(), joined(tables(language))))


def test_a_translation_left_over_is_noticed() -> None:
    assert unused(made_up("tr('Undo')"), {"Undo": "Rückgängig", "Redo": "Wiederholen"}) == ["Redo"]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_has_the_same_fields(language: str) -> None:
    assert_none(differing_fields(joined(tables(language))))


def test_a_lost_field_is_noticed() -> None:
    assert differing_fields({"{n} notes": "{m} Notizen"})
    assert differing_fields({"{n} notes on {board}": "{n} Notizen"})
    assert not differing_fields({"{n} notes on {board}": "Auf {board} {n} Notizen"})


def test_every_field_is_filled() -> None:
    assert_none(unfilled(said_in_house()))


def test_an_unfilled_field_is_noticed() -> None:
    assert unfilled(made_up("tr('{name} is full')"))
    assert unfilled(made_up("trn('One in {board}', '{n} in {board}', 3)"))
    assert not unfilled(made_up("trn('One in {board}', '{n} in {board}', 3, board=board)"))
    assert not unfilled(made_up("tr('{name} is full', **more)"))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_one_sentence_has_one_translation(language: str) -> None:
    assert_none(contradictions(tables(language)))


def test_a_second_translation_is_noticed() -> None:
    assert contradictions({"a.toml": {"Vote": "Abstimmen"}, "b.toml": {"Vote": "Stimme"}})
    assert not contradictions({"a.toml": {"Vote": "Abstimmen"}, "b.toml": {"Vote": "Abstimmen"}})


# The one place that names the source language, and the rules for texts that cannot be a table of words. "en"
# in the stems is an ending.
NAMES_LANGUAGES = (
    "mission_desk/grammar.py",
    "mission_desk/language/rules/",
    "mission_desk/language/likeness/stems.py",
)


def named_languages(source: Source) -> list[str]:
    """Where code asks for one language: a new one would have to be added there, and is forgotten."""
    if source.path.startswith(NAMES_LANGUAGES):
        return []
    constants = (node for node in ast.walk(source.tree) if isinstance(node, ast.Constant))
    return [source.at(node, f"names {node.value}") for node in constants if node.value in LANGUAGES]


def test_no_code_knows_which_languages_there_are() -> None:
    assert {"en", "de"} <= set(LANGUAGES)
    assert_none(offence for source in house() for offence in named_languages(source))


def test_code_for_one_language_is_noticed() -> None:
    path = "mission_desk/ui/desk/desk.py"
    assert named_languages(Source(path, "sign = ',' if language == 'de' else '.'"))
    assert named_languages(Source(path, "names = {'en': 'English'}"))
    assert not named_languages(Source(path, "words = tr('a text in de')"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_grammar_of_a_language_is_whole(language: str) -> None:
    rules = grammar(language)
    assert (len(rules.days.months), len(rules.days.months_short), len(rules.days.weekdays)) == (12, 12, 7)
    assert sorted(rules.days.order) == ["d", "m", "y"]
    assert all("{month}" in each for each in (rules.days.full, rules.days.short, rules.days.near))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_has_all_plural_forms(language: str) -> None:
    """A list where the language has more than two forms, and nowhere else."""
    more = max(len(grammar(language).plural), 1)
    lists = [text for text in joined(tables(language)).values() if not isinstance(text, str)]
    assert all(len(text) == more for text in lists)
