"""The sensor finds words as people write them, in the sense in which they are empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.language.rules.table import detect
from mission_desk.language.sensor.findings import Finding, Room
from mission_desk.language.sensor.sensor import findings, has_findings
from tests.language.sensor.labelled import statements, traps

SEED = (
    "We want to be the world leader in innovative solutions and create value and profit for our stakeholders"
)
CALM = "We are the calm voice that gives small shops their evenings back"


def reported(text: str, language: str = "en", room: Room = Room()) -> list[str]:  # noqa: B008 (frozen)
    return [finding.words for finding in findings(text, language, room) if finding.kind != "quoted"]


def one(text: str, language: str = "en", room: Room = Room()) -> Finding:  # noqa: B008 (frozen)
    (finding,) = findings(text, language, room)
    return finding


def test_every_empty_word_of_the_text_it_comes_from() -> None:
    struck = " ".join(reported(SEED))
    empty = ("world leader", "innovative", "solutions", "create value", "profit", "stakeholders")
    assert [words for words in empty if words not in struck] == []


def test_none_in_a_plain_statement() -> None:
    assert reported(CALM) == []


def test_a_finding_says_where_why_and_what_to_ask() -> None:
    finding = one("  Mehr Synergieeffekte!", "de")
    assert (finding.start, finding.end, finding.words) == (7, 22, "Synergieeffekte")
    assert (finding.kind, finding.category, finding.id) == ("buzzword", "management speak", "de-synerg")
    assert finding.question.endswith("?")
    assert one("We leverage the chat.").tries == ("use",)


@pytest.mark.parametrize(
    "text",
    [
        "best-in-class", "Best in class", "BEST-IN-CLASS", "best‑in‑class", "leverages", "leveraging",
        "synergies", "optimize", "optimised", "organizational excellence", "user-centered", "user centred",
        "touch point", "touchpoints", "touch-points", "win/win", "cutting edge", "we go the extra mile",
    ],
)  # fmt: skip
def test_english_words_in_every_spelling(text: str) -> None:
    assert reported(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "maßgeschneiderte", "massgeschneiderten", "Maßgeschneiderter", "Lösungen", "Loesungen",
        "Komplettlösung", "Komplett-Lösungen", "Lo\u0308sungen", "Lö\u00adsun\u00adgen", "Exzellenz",
        "Win-win-Situation", "Win Win Situation", "ganzheitlichere", "Wir treiben die Sache voran.",
        "voranzutreiben", "vorangetrieben", "Wir setzen neue Maßstäbe.", "Maßstäbe zu setzen", "zeitnahe",
        "kundenorientiertes", "Bürgerorientierung", "ÜBERTREFFEN IHRE ERWARTUNGEN",
    ],
)  # fmt: skip
def test_german_words_in_every_ending(text: str) -> None:
    assert reported(text, "de") != []


def test_a_compound_is_one_finding() -> None:
    assert reported("Unsere Innovations-Management-Tage", "de") == ["Innovations-Management-Tage"]
    assert reported("Wir bieten Rundum-sorglos-Lösungen.", "de") == ["Rundum-sorglos-Lösungen"]


def test_the_longest_wins() -> None:
    assert reported("Your customer satisfaction counts.") == ["customer satisfaction"]
    assert reported("Wir heben Synergien.", "de") == ["heben Synergien"]


def test_the_verb_is_told_where_others_have_the_rest() -> None:
    assert reported("We deliver world-class excellence") == ["deliver", "world-class", "excellence"]


def test_a_sentence_ends_what_belongs_together() -> None:
    assert reported("We create. Value is x.") == []
    assert reported("Die Nr. 1 der Branche", "de") == ["Nr. 1"]


def test_a_neighbour_shows_the_plain_sense() -> None:
    assert reported("A robust winter coat") == []
    assert reported("A robust platform") == ["robust"]
    assert "robust" in reported("robust solutions for winter coats")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They say “synergy” all day.", "en"),
        ('They say "synergy" all day.', "en"),
        ("Sie sagen „Synergie“ den ganzen Tag.", "de"),
        ("Sie sagen »Synergie« den ganzen Tag.", "de"),
    ],
)
def test_quoted_words_are_grey(text: str, language: str) -> None:
    assert one(text, language).kind == "quoted"
    assert not has_findings(text, language)


def test_a_statement_wholly_in_quotation_marks_is_no_quotation() -> None:
    assert reported("“We leverage synergies.”") == ["leverage synergies"]
    assert reported('Draft A\n"We leverage synergies."\n') == ["leverage synergies"]
    assert reported("They say “We leverage synergies.”") == []


def test_what_is_muted_is_not_found() -> None:
    assert reported("We leverage the chat.", room=Room(muted=frozenset({"en-leverage"}))) == []
    both = one("We leverage synergies.")
    assert reported("We leverage synergies.", room=Room(muted=frozenset({both.id}))) == [
        "leverage",
        "synergies",
    ]


def test_words_of_the_room_and_of_the_person() -> None:
    room = Room(words=("happy path", "Blorb"), personal=("Wumms",))
    assert [(each.kind, each.id) for each in findings("Blorbs on the happy-path, Wumms!", "en", room)] == [
        ("room", "room:blorb"),
        ("room", "room:happy path"),
        ("personal", "personal:wumms"),
    ]


def test_signs_typed_into_a_list_mean_nothing() -> None:
    room = Room(words=("*", "a|b", "(x", "@who", "~", " ", "+", "/", "-"))
    assert reported("We answer the phone at ten.", room=room) == []


def test_names_of_the_company_are_no_findings() -> None:
    assert reported("Synergy Ltd answers.", room=Room(names=("Synergy Ltd",))) == []


def test_the_language_is_told() -> None:
    for language in ("en", "de"):
        every = [each.text for each in statements(language)] + traps(language)
        wrong = [text for text in every if detect(text) != language]
        assert len(wrong) <= len(every) // 40, wrong
    assert (detect(""), detect("Mehrwert für alle"), detect("Qualität")) == ("en", "de", "de")


PIECES = ["best", "in", "class", "Lösung", "Rundum", "sorglos", "Mehrwert", "leverage", "treiben", "voran"]
SIGNS = [" ", "-", "- ", ". ", ", ", "\n", "„", "“", '"', "’", "*", "|", "@", "\u00ad", "\u0308", "ß", "1"]


@given(st.lists(st.sampled_from(PIECES + SIGNS), max_size=24).map("".join))
def test_any_text_has_findings_in_order_within_it(text: str) -> None:
    for language in ("en", "de"):
        last = 0
        for finding in findings(text, language, Room(words=("in class",))):
            assert last <= finding.start < finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.words
            last = finding.end


def test_a_text_without_a_full_stop_is_read_all_the_same() -> None:
    """Ten thousand words in one line: each is judged by its neighbours only."""
    text = "We leverage “synergy” and the phone with " * 1_500
    in_text = findings(text, "en")
    assert [each.kind for each in in_text[:2]] == ["buzzword", "quoted"]
    assert len(in_text) == 3_000
