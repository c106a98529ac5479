"""Every word a person reads, in the language they chose. Sources are English sentences in the code;
other languages are flat tables in `resources/i18n/<language>/*.toml`, one file a room.

Two languages live side by side: that of the screen (the facilitator's) and that of the workshop
(the stage, the posters), so every call may name its own."""

from __future__ import annotations

from functools import cache

from mission_desk.grammar import (
    GRAMMAR,
    SOURCE,
    Texts,
    grammar,
    known_language,
    language_file,
    languages,
    word_table,
)

_screen = SOURCE


def screen_language() -> str:
    return _screen


def set_screen_language(language: str) -> None:
    """`language` is one of `languages()`; a locale such as `de_AT` is cut to what is known, else English."""
    global _screen
    _screen = known_language(language)


@cache
def catalog(language: str, folder: str = "") -> Texts:
    """English source -> text in `language`, or a list of its plural forms; empty for English itself. `folder`
    is one within the language's own: "methods" has the words of the methods that ship."""
    if language not in languages():
        return {}
    texts: Texts = {}
    for file in sorted(language_file(language, folder).glob("*.toml")):
        if file.name != GRAMMAR:
            texts |= word_table(file)
    return texts


def tr(text: str, /, lang: str | None = None, **fields: object) -> str:
    """The text in `lang` (the screen's language where None), `{name}` fields filled in."""
    return _filled(catalog(lang or _screen).get(text, text), 0, fields)


def trn(one: str, many: str, n: int, /, lang: str | None = None, **fields: object) -> str:
    """Singular or plural by `n`, which the text may show as `{n}`. The first form of a language stands beside
    `one`, its others beside `many`: as a list where there are several."""
    language = lang or _screen
    rules = grammar(language)
    form = rules.plural_form(n)
    text = one if form == 0 and rules.plural else many
    return _filled(catalog(language).get(text, text), max(form - 1, 0), fields | {"n": n})


def _filled(text: str | list[str], form: int, fields: dict[str, object]) -> str:
    chosen = text if isinstance(text, str) else text[min(form, len(text) - 1)]
    return chosen.format(**fields) if fields else chosen
