"""Whom the statement is about: how often it names customers, and how often ourselves."""

from __future__ import annotations

from mission_desk.language.rules.table import rules
from mission_desk.language.sensor.findings import Sign, Verdict
from mission_desk.language.sensor.signs.reading import Reading
from mission_desk.language.tokens import Token
from mission_desk.language.word_files import small_set
from mission_desk.words import tr


def about(read: Reading) -> Sign:
    name = tr("About")
    customer_words = [token for token in read.tokens if _is_them(token, read.language)]
    our_words = [token for token in read.tokens if token.spelt in small_set("us")]
    if unread := read.not_judged(needs=rules(read.language).is_customer):
        return Sign("about", name, "–", unread, "none")
    reason = tr("them {them} · us {us}", them=len(customer_words), us=len(our_words))
    spans = tuple((token.start, token.end) for token in customer_words)
    if not customer_words:
        reason = tr("no customer in it · us {us}", us=len(our_words))
        return Sign("about", name, tr("Us") if our_words else tr("Nobody"), reason, "poor")
    verdict: Verdict = "good" if len(customer_words) >= len(our_words) else "fair"
    return Sign("about", name, tr("Customers") if verdict == "good" else tr("Us"), reason, verdict, spans)


def _is_them(token: Token, language: str) -> bool:
    """Whether the word names customers; managers and numbers are ourselves or nobody."""
    word, is_customer = token.spelt, rules(language).is_customer
    if word in small_set("no-them") or word in small_set("us"):
        return False
    return is_customer is not None and is_customer(word)
