"""Which of the two languages a text is in, told by its small words, its endings and its letters."""

from __future__ import annotations

from typing import Literal

from mission_desk.language.tokens import WORD, spelt

Language = Literal["en", "de"]
_SMALL_WORDS = {
    "de": """der die das den dem des und ist sind wir uns unser unsere unserem unseren unserer unseres ein
        eine einen einem einer fuer mit von zu zum zur im am auf aus bei nach nicht auch sich als wie
        wer was wenn dass damit durch ueber ihr ihre ihren ihnen sie er es ich jede jeder jeden kein
        keine mehr alle haben hat werden wird kann koennen wollen will bis ohne um vor oder aber noch
        nur so sein seine man""",
    "en": """the and of to our we us you your they their them he she it its is are be been for with from by
        on at as that this these those which who what when where how not no more all every each have has
        will would can into through without before after or but so if do does a an i my me than then
        there""",
}
_GERMAN = frozenset(_SMALL_WORDS["de"].split())
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())
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
    """English where nothing tells."""
    words = WORD.findall(text)
    return "de" if sum(map(_leaning, words)) > 0 else "en"


def _leaning(word: str) -> int:
    """Above 0 for German, below for English."""
    plain = spelt(word)
    if plain in _GERMAN or plain in _ENGLISH:
        return 3 * ((plain in _GERMAN) - (plain in _ENGLISH))
    if any(sign in "äöüß" for sign in word.lower()):
        return 3
    return plain.endswith(_GERMAN_ENDINGS) - plain.endswith(_ENGLISH_ENDINGS)
