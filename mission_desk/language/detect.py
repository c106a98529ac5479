"""Which of the two languages a text is in, decided by its small words, its endings and its letters."""

from __future__ import annotations

from typing import Literal

from mission_desk.language.sensor.wordlist import small_set
from mission_desk.language.tokens import WORD, spelt

Language = Literal["en", "de"]
# Endings that one of the two languages alone has: a note is often two words.
_GERMAN_ENDINGS = (
    "ung",
    "ungen",
    "keit",
    "heit",
    "lich",
    "liche",
    "lichen",
    "isch",
    "ische",
    "schaft",
    "ieren",
)
_ENGLISH_ENDINGS = ("tion", "ness", "ship", "ing", "ly", "ful", "ity", "able", "ious", "ence")


def detect(text: str) -> Language:
    """The language of the text; English where nothing decides."""
    words = WORD.findall(text)
    return "de" if sum(map(_leaning, words)) > 0 else "en"


def _leaning(word: str) -> int:
    """Above 0 for German, below for English."""
    plain = spelt(word)
    german, english = plain in small_set("small-de"), plain in small_set("small-en")
    if german or english:
        return 3 * (german - english)
    if any(sign in "äöüß" for sign in word.lower()):
        return 3
    return plain.endswith(_GERMAN_ENDINGS) - plain.endswith(_ENGLISH_ENDINGS)
