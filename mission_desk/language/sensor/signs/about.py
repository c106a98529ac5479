"""About whom: how often customers are named, and how often we are."""

from __future__ import annotations

from mission_desk.language.sensor.findings import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.sensor.wordlist import small_set
from mission_desk.language.tokens import Token
from mission_desk.words import tr


def about(read: Reading) -> Sign:
    name = tr("About")
    them = [token for token in read.tokens if _is_them(token, read.language)]
    us = [token for token in read.tokens if token.spelt in small_set("us")]
    if not read.tokens:
        return Sign("about", name, "–", tr("nothing to read yet"), "none")
    reason = tr("them {them} · us {us}", them=len(them), us=len(us))
    spans = tuple((token.start, token.end) for token in them)
    if not them:
        reason = tr("no customer in it · us {us}", us=len(us))
        return Sign("about", name, tr("Us") if us else tr("Nobody"), reason, "poor")
    verdict: Verdict = "good" if len(them) >= len(us) else "fair"
    return Sign("about", name, tr("Customers") if verdict == "good" else tr("Us"), reason, verdict, spans)


def _is_them(token: Token, language: str) -> bool:
    """Farmers, callers and Bewohnerinnen are somebody; managers and numbers are ourselves or nobody."""
    word = token.spelt
    if word in small_set("no-them") or word in small_set("us"):
        return False
    if language == "de":
        return (
            word in small_set("them-de")
            or word.endswith("innen")
            or (word.endswith("kunden") and word != "bekunden")
        )
    return word in small_set("them-en") or (len(word) > 5 and word.endswith(("ers", "ors")))
