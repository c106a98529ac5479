"""Which languages there are, and how each of them is written. A language is a folder: `resources/i18n/de/`
has the words of the screen (`*.toml`), and `grammar.toml` says how German writes numbers, days, times, lists
and quotations. Nothing outside the folders and this file knows which languages there are.

`MISSION_DESK_LANGUAGES` names one more folder of such folders: a language can be tried before it ships. What
cannot be used there is left out, and `language_problems` says why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import MsgspecError, Struct, convert

from mission_desk.paths import language_roots

SOURCE = "en"
"""The language in which the sentences stand in the code; it holds wherever another one is not known."""
GRAMMAR = "grammar.toml"
Texts = dict[str, str | list[str]]
"""English source -> text, or its plural forms."""


class PluralForm(Struct, frozen=True, forbid_unknown_fields=True):
    """One form of a noun and the numbers that take it: those listed in `exactly`, and those whose last digit
    is in `ends_in`, unless their last two digits are in `but_not`."""

    exactly: tuple[int, ...] = ()
    ends_in: tuple[int, ...] = ()
    but_not: tuple[int, ...] = ()

    def takes(self, n: int) -> bool:
        return n in self.exactly or (n % 10 in self.ends_in and n % 100 not in self.but_not)


class Numbers(Struct, frozen=True, forbid_unknown_fields=True):
    """The sign before the decimals, and the one between thousands."""

    decimal: str
    group: str


class Days(Struct, frozen=True, forbid_unknown_fields=True):
    """`full` has the month's whole name, `short` and `near` (a day without its year) the short one. `order`
    is that of a day typed in figures, such as "dmy". `typed` are further ways to begin a month's name, and
    `ordinals` the endings of a day's number. `from_today` has words for a day by how many days it is away,
    `next` what may stand before the name of a weekday."""

    full: str
    short: str
    near: str
    order: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    typed: dict[str, int] = {}
    ordinals: tuple[str, ...] = ()
    from_today: dict[str, int] = {}
    next: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field, names, count in (
            ("months", self.months, 12), ("months_short", self.months_short, 12),
            ("weekdays", self.weekdays, 7),
        ):  # fmt: skip
            if len(names) != count:
                raise ValueError(f"field `{field}` has {len(names)} names, not {count}")


class Times(Struct, frozen=True, forbid_unknown_fields=True):
    """`shown` has {hour} (0 to 23) and {minute}. The others are what people type behind a time."""

    shown: str
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands between the parts of a list, and before its last one."""

    between: str
    last: str


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """`hyphens` names the patterns of pyphen, `spelling` the word list of pyspellchecker, empty where it has
    none. `small_words` do not stay alone at the end of a poster's line. `after_z` are letters that follow z
    in the alphabet; all other accents do not count when names are sorted."""

    name: str
    quotes: tuple[str, str]
    numbers: Numbers
    days: Days
    times: Times
    lists: Lists
    plural: tuple[PluralForm, ...] = ()
    hyphens: str = ""
    spelling: str = ""
    small_words: str = ""
    after_z: str = ""

    def plural_form(self, n: int) -> int:
        """The place of the form that the number takes; one behind all of `plural` where none does."""
        for place, form in enumerate(self.plural):
            if form.takes(n):
                return place
        return len(self.plural)


def languages() -> tuple[str, ...]:
    """The keys of all languages; the source comes first."""
    return tuple(_folders(language_roots()))


def language_names() -> dict[str, str]:
    """Every language with the name that it has in itself: "de" is "Deutsch"."""
    return {language: grammar(language).name for language in languages()}


def known_language(name: str) -> str:
    """The language of a locale's name such as de_AT; the source where it is not known."""
    short = name.replace("-", "_").split("_")[0].lower()
    return short if short in languages() else SOURCE


def grammar(language: str) -> Grammar:
    return _grammar(language, language_roots())


def grammars() -> Iterator[Grammar]:
    """Of all languages, for what is understood in any of them."""
    return map(grammar, languages())


def language_file(language: str, *parts: str) -> Path:
    """A file of a language that is known. It may be missing: only the grammar has to be there."""
    return _folders(language_roots())[language].joinpath(*parts)


def word_table(file: Path) -> Texts:
    """The words of a file. A shipped file that cannot be read is a bug and raises; that of a language which
    is tried is left out."""
    shipped, *_tried = language_roots()
    if file.is_relative_to(shipped):
        return tomllib.loads(file.read_text("utf-8"))
    return {} if _problem_in(file) else tomllib.loads(file.read_text("utf-8"))


class LanguageProblem(Struct, frozen=True):
    """A file of a language that is tried, and why it cannot be used, in English. `line` counts from 1; it is
    0 where no line is to blame."""

    file: Path
    line: int
    reason: str


def language_problems() -> tuple[LanguageProblem, ...]:
    """The files of the languages that are tried which cannot be used. Without its grammar a language is left
    out, without one of its other files the words in that file."""
    _shipped, *tried = language_roots()
    files = [
        file for root in tried for file in sorted((*root.glob("*/*.toml"), *root.glob("*/methods/*.toml")))
    ]
    return tuple(problem for file in files if (problem := _problem_in(file)) is not None)


def _problem_in(file: Path) -> LanguageProblem | None:
    text = ""
    try:
        text = file.read_text("utf-8")
        convert(tomllib.loads(text), Grammar if file.name == GRAMMAR else Texts)
    except (OSError, ValueError, MsgspecError, RecursionError) as error:
        return LanguageProblem(file, _line_of(str(error), text), str(error))
    return None


def _line_of(reason: str, text: str) -> int:
    """The line that the reason names: tomllib says "at line 3", msgspec a field and the path to it."""
    if at_line := re.search(r"\(at line (\d+)", reason):
        return int(at_line[1])
    names = [*re.findall(r"field `(\w+)`", reason), *reversed(re.findall(r"[.](\w+)", reason))]
    lines = text.splitlines()
    places = (
        number for name in names for number, line in enumerate(lines, 1) if re.match(rf"\s*\[*{name}\b", line)
    )
    return next(places, 0)


@cache
def _folders(roots: tuple[Path, ...]) -> dict[str, Path]:
    shipped, *tried = roots
    files = [*shipped.glob(f"*/{GRAMMAR}")]
    files += [file for root in tried for file in root.glob(f"*/{GRAMMAR}") if _problem_in(file) is None]
    folders = {file.parent.name: file.parent for file in files}
    return {SOURCE: folders[SOURCE]} | dict(sorted(folders.items()))


@cache
def _grammar(language: str, _roots: tuple[Path, ...]) -> Grammar:
    text = language_file(known_language(language), GRAMMAR).read_text("utf-8")
    return convert(tomllib.loads(text), Grammar)
