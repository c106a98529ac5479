"""Every word a person reads, in the language they chose. Sources are English sentences in the code;
other languages are flat tables in `resources/i18n/<language>/*.toml`, one file a room.

Two languages live side by side: that of the screen (the facilitator's) and that of the workshop
(the stage, the posters), so every call may name its own."""

from __future__ import annotations

from functools import cache

from mission_desk.paths import resource

LANGUAGES = {"en": "English", "de": "Deutsch"}
_screen = "en"


def screen_language() -> str:
    return _screen


def set_screen_language(language: str) -> None:
    """`language` is a key of LANGUAGES; a locale such as `de_AT` is cut to what is known, else English."""
    global _screen
    short = language.replace("-", "_").split("_")[0].lower()
    _screen = short if short in LANGUAGES else "en"


@cache
def catalog(language: str) -> dict[str, str]:
    """English source -> text in `language`; empty for English itself."""
    folder = resource("i18n", language)
    texts: dict[str, str] = {}
    if folder.is_dir():
        import tomllib

        for file in sorted(folder.glob("*.toml")):
            texts |= tomllib.loads(file.read_text("utf-8"))
    return texts


def tr(text: str, /, lang: str | None = None, **fields: object) -> str:
    """The text in `lang` (the screen's language where None), `{name}` fields filled in."""
    translated = catalog(lang or _screen).get(text, text)
    return translated.format(**fields) if fields else translated


def trn(one: str, many: str, n: int, /, lang: str | None = None, **fields: object) -> str:
    """Singular or plural by `n`, which the text may show as `{n}`."""
    return tr(one if n == 1 else many, lang, n=n, **fields)


def decimal(number: float, /, lang: str | None = None) -> str:
    """With one digit: 7.4, or 7,4 in German."""
    text = f"{number:.1f}"
    return text.replace(".", ",") if (lang or _screen) == "de" else text


def figure(number: int) -> str:
    """10000 as the screen's language writes it: 10,000 or 10.000."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if screen_language() == "de" else grouped
