"""The limits of language, on both sides of each: shares, numbers of words, lengths."""

from __future__ import annotations

from collections import Counter

import pytest

from mission_desk.language.likeness.naming import name_of
from mission_desk.language.likeness.similarity import compared, fingerprint
from mission_desk.language.likeness.stems import words as stemmed
from mission_desk.language.rules.table import forms, spellings
from mission_desk.language.sensor.findings import Room, Sign
from mission_desk.language.sensor.sensor import findings, signs
from mission_desk.language.spelling import Dictionary, slips
from mission_desk.language.statement.lineage import lineage
from mission_desk.language.statement.phrase_tracking import followed
from mission_desk.language.statement.swap import WorkshopWords, swapped, trades


def sign(key: str, text: str, room: Room = Room()) -> Sign:  # noqa: B008 (frozen)
    return next(each for each in signs(text, "en", room) if each.key == key)


@pytest.mark.parametrize(
    ("abstract", "words", "verdict"),
    [(8, 100, "fair"), (7, 100, "good"), (15, 100, "poor"), (14, 100, "fair"), (0, 100, "good")],
)
def test_the_share_of_abstract_nouns_is_poor_from_fifteen_and_fair_from_eight_per_cent(
    abstract: int, words: int, verdict: str
) -> None:
    text = " ".join(["togetherness"] * abstract + ["cat"] * (words - abstract))
    shown = sign("abstract", text)
    assert (shown.figure, shown.verdict, len(shown.spans)) == (f"{abstract} %", verdict, abstract)


@pytest.mark.parametrize(
    ("word", "forms_of"),
    [
        ("flexibel", {"flexible", "flexibler", "flexiblen", "flexiblere"}),
        ("bündeln", {"bündelt", "bündelte", "gebündelt", "bündle"}),
        ("liefern", {"liefert", "lieferte", "geliefert"}),
        ("machen", {"macht", "machte", "gemacht", "machend"}),
        ("ergebnis", {"ergebnisse", "ergebnissen"}),
        ("partnerin", {"partnerinnen"}),
    ],
)
def test_german_words_are_known_in_their_forms(word: str, forms_of: set[str]) -> None:
    assert forms_of <= forms(word, "de")


def test_a_german_word_gets_no_form_of_another_ending() -> None:
    assert "schnelll" not in forms("schnell", "de")
    assert "machle" not in forms("machen", "de")
    assert not any(form.startswith("schnel") and form[6:7] != "l" for form in forms("schnell", "de"))


@pytest.mark.parametrize(
    ("word", "forms_of"),
    [
        ("leverage", {"leveraging", "leveraged", "leverages"}),
        ("agility", {"agilities"}),
        ("plan", {"planned", "planning", "planner"}),
        ("holistic", {"holistically"}),
        ("optimise", {"optimize", "optimizing", "optimised"}),
        ("play", {"plays", "played"}),
    ],
)
def test_english_words_are_known_in_their_forms_and_both_spellings(word: str, forms_of: set[str]) -> None:
    assert forms_of <= forms(word, "en")


def test_an_english_word_gets_no_doubled_letter_or_lost_one_without_reason() -> None:
    assert "playies" not in forms("play", "en")
    assert "plaies" not in forms("play", "en")
    assert "fixxed" not in forms("fix", "en")
    assert "readding" not in forms("lead", "en")
    assert spellings("optimise", "de") == {"optimise"}


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ((), ["synergy"]), (("Synergy",), []), (("  synergy  ",), []), (("Synergy Works",), ["synergy"]),
        (("syn",), []), (("We want",), ["synergy"]), (("",), ["synergy"]), (("want ",), ["synergy"]),
    ],
)  # fmt: skip
def test_a_name_of_the_company_is_never_a_finding_and_its_neighbours_are(
    name: tuple[str, ...], seen: list[str]
) -> None:
    text = "We want synergy."
    assert [each.words for each in findings(text, "en", Room(words=("synergy",), names=name))] == seen


def test_a_name_is_found_at_each_of_its_places() -> None:
    text = "synergy and synergy"
    assert findings(text, "en", Room(words=("synergy",), names=("Synergy",))) == ()


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("Tier-One", "a tier-one team", ["tier-one"]),
        ("(game) changer!", "a game changer", ["game changer"]),
        ("“buzz”", "a buzz", ["buzz"]),
        ("***", "a star ***", []),
    ],
)
def test_a_typed_word_has_no_signs_of_a_pattern_language(typed: str, text: str, words: list[str]) -> None:
    assert [each.words for each in findings(text, "en", Room(words=(typed,))) if each.kind == "room"] == words


@pytest.mark.parametrize(("letters", "cut"), [(40, False), (41, True)])
def test_another_draft_is_named_by_its_first_forty_letters(letters: int, cut: bool) -> None:
    other = ("We answer every caller today and listen " + "carefully")[: letters - 1] + "y"
    shown = sign("same", other, Room(others=(other,)))
    assert (shown.figure, shown.verdict) == ("Like another draft", "fair")
    assert shown.reason.endswith(" …”") == cut


def group_name(*texts: str) -> str:
    members = [(text, stemmed(text)) for text in texts]
    everywhere = Counter(stem for _, each in members for stem in {word.stem for word in each})
    return name_of(members, everywhere, 40)


def test_a_group_is_named_by_words_that_half_of_its_texts_share() -> None:
    assert group_name("slow invoices", "wrong invoices", "sunny holidays", "quick repairs") == "Invoices"
    assert "nvoices" not in group_name(
        "slow invoices", "wrong invoices", "holiday", "repairs holiday", "holiday tours"
    )


def test_a_group_of_texts_without_a_common_word_has_the_most_telling_one() -> None:
    assert group_name("zebra") == "Zebra"


DICTIONARY = Dictionary(
    "en", {"house": 9, "mouse": 5, "horse": 7, "hose": 1, "at": 3, "cat": 2, "mountain": 2}
)


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("hause", ("house", "horse", "mouse")),
        ("Hause", ("House", "Horse", "Mouse")),
        ("catt", ("cat",)),
        ("ct", ("at", "cat")),
        ("mountian", ("mountain",)),
        ("mouuntainns", ()),
        ("xyz", ()),
    ],
)
def test_the_nearest_words_are_proposed_likeliest_first(word: str, nearest: tuple[str, ...]) -> None:
    assert DICTIONARY.proposals(word) == nearest


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("cat at house mouse horse hosse", ["hosse"]),
        ("cat at house mouse hosse horrse", []),  # a third: another language
        ("catt hosse", ["catt", "hosse"]),  # too few words to tell
        ("x catt@house hosse2 HOSSE", []),
    ],
)
def test_a_text_with_a_third_of_unknown_words_is_in_another_language(text: str, unknown: list[str]) -> None:
    assert [slip.word for slip in slips(text, DICTIONARY)] == unknown


FIRST = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        (FIRST, "all", 12),
        ("one two three four five six seven eight", "all", 8),
        ("one two three and more", "start", 3),
        ("x three four five six", "start", 4),
        ("x four five six seven", "middle", 4),
        ("x seven eight nine", "middle", 3),
        ("x eight nine ten", "end", 3),
        ("x ten eleven twelve", "end", 3),
    ],
)
def test_a_wording_says_which_part_of_an_earlier_one_it_took(text: str, part: str, words: int) -> None:
    (strand,) = lineage(text, [FIRST])
    assert (strand.index, strand.part, strand.words) == (0, part, words)


def test_two_words_in_a_row_can_be_chance_and_the_latest_of_equals_is_named() -> None:
    assert lineage("one two", [FIRST]) == ()
    assert lineage("", [FIRST]) == ()
    assert [strand.index for strand in lineage("one two three", [FIRST, "nothing", FIRST])] == [2]
    four = ["a b c", "d e f", "g h i", "j k l"]
    assert [strand.index for strand in lineage("a b c d e f g h i j k l", four)] == [3, 2, 1]


@pytest.mark.parametrize(
    ("old", "new", "phrase", "after"),
    [
        ("We are calm.", "We are calm and kind.", "calm", "calm"),
        ("We are calm.", "We are kind.", "nowhere", ""),
        ("We are.", "We are nowhere.", "nowhere", "nowhere"),
        ("We are very calm people.", "We are very kind people.", "very calm", "very kind"),
        ("We are calm.", "", "calm", ""),
        ("We are calm.", "We are calmer.", "calm", "calm"),
        ("a b c d", "a x y d", "b c", ""),
        ("", "We", "", ""),
        ("We help two people now.", "We serve two folks now.", "help two people", ""),  # under 0.34
        ("We help people now.", "We serve people now.", "help people", "serve people"),
        ("We help most people now.", "We serve some folks now.", "help most people", ""),
    ],
)
def test_a_phrase_is_followed_while_a_third_of_it_is_left(
    old: str, new: str, phrase: str, after: str
) -> None:
    assert followed(old, new, phrase) == after


def test_longer_words_of_ones_own_are_swapped_before_shorter_ones_inside_them() -> None:
    trade = trades("en")[0]
    own = WorkshopWords(("Acme",), ("shops", "small shops"))
    result = swapped("Acme helps small shops and shops.", own, trade, "en")
    one, many = trade.words["customers"]
    firm = trade.words["firm"][0]
    assert result.text == f"{firm[:1].upper()}{firm[1:]} helps {many} and {many}."
    assert [result.text[start:end].casefold() for start, end in result.spans] == [
        firm.casefold(), many.casefold(), many.casefold(),
    ]  # fmt: skip
    assert one
    assert swapped("Acmes and workshops", WorkshopWords(("Acme",)), trade, "en").text.startswith("Acmes")


def test_the_firms_name_is_one_however_it_ends_and_a_customer_is_as_many_as_the_word_says() -> None:
    trade = trades("en")[0]
    assert swapped("by acmes", WorkshopWords(("Acmes",)), trade, "en").text == f"by {trade.words['firm'][0]}"
    assert (
        swapped("for a shop", WorkshopWords((), ("shop",)), trade, "en").text
        == f"for a {trade.words['customers'][0]}"
    )


@pytest.mark.parametrize(
    ("one", "other"), [("a", "a"), ("it", "it"), ("Refunds in a day", "refunds in a day")]
)
def test_the_shortest_texts_are_like_themselves(one: str, other: str) -> None:
    ours, theirs = fingerprint(one), fingerprint(other)
    assert compared(ours, theirs) == compared(theirs, ours)
    assert compared(ours, theirs) in (0.0, 1.0)
