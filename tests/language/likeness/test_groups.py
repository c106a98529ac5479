"""Groups that a facilitator would make too, with names in the notes' own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mission_desk.language.likeness.groups import Cancelled, Group, proposed

ENGLISH = [
    "Answer before they have to ask",
    "Be there before they ask",
    "Nobody waits on the phone",
    "Nobody should wait on the phone for an hour",
    "The phone: nobody waits",
    "Celebrate each first sale",
]
GERMAN = [
    "Rechnungen verstehen",
    "Eine Rechnung, die man versteht",
    "Kunden warten am Telefon",
    "Der Kunde wartet zu lange am Telefon",
    "Kaffeemaschine im dritten Stock",
]
NOTES = st.lists(
    st.lists(
        st.sampled_from(
            ["wait", "phone", "call", "shop", "Kasse", "Kunden", "Laden", "fragen", "the", "die"]
        ),
        max_size=5,
    ).map(" ".join),
    max_size=14,
)


def texts_of(groups: list[Group], texts: list[str]) -> dict[str, set[str]]:
    return {group.name: {texts[index] for index in group.members} for group in groups}


def test_english_notes_fall_into_their_themes() -> None:
    assert texts_of(proposed(ENGLISH), ENGLISH) == {
        "Nobody waits on the phone": set(ENGLISH[2:5]),
        "Before they ask": set(ENGLISH[:2]),
    }


def test_german_notes_fall_into_their_themes() -> None:
    themes = texts_of(proposed(GERMAN), GERMAN)
    assert themes == {"Rechnungen verstehen": set(GERMAN[:2]), "Kunden warten am Telefon": set(GERMAN[2:4])}


def test_a_slip_of_the_keys_does_not_part_a_group() -> None:
    texts = ["Parking at the restaurant", "The restuarant has parking", "Party on Friday"]
    assert [group.members for group in proposed(texts)] == [(0, 1)]


def test_words_that_stand_far_apart_are_named_side_by_side() -> None:
    texts = ["Evenings belong to nobody but the owner", "An owner wants quiet, free and long evenings"]
    assert [group.name for group in proposed(texts)] == ["Evenings, owner"]


def test_a_note_in_a_cluster_stays_and_may_attract_others() -> None:
    homes = [7, None, None, None, None, None]
    groups = proposed(ENGLISH, homes)
    assert Group("", (1,), joins=7) in groups
    assert all(0 not in group.members for group in groups)


def test_notes_that_are_all_in_clusters_are_left_alone() -> None:
    assert proposed(ENGLISH, [1, 2, 3, 4, 5, 6]) == []


@pytest.mark.parametrize("texts", [[], ["one"], ["", " "], ["Party", "Coffee", "Rain"]])
def test_nothing_alike_makes_no_group(texts: list[str]) -> None:
    assert proposed(texts) == []


def test_signs_and_stop_words_alone_are_texts_too() -> None:
    groups = proposed(["👍", "👍", "the same", "the same"])
    assert {group.members for group in groups} == {(0, 1), (2, 3)}
    assert all(group.name for group in groups)


def test_progress_rises_and_can_stop_it() -> None:
    calls: list[int] = []

    def three_times(done: int, total: int) -> bool:
        calls.append(done)
        assert done <= total
        return len(calls) < 3

    with pytest.raises(Cancelled):
        proposed([f"note {n} waits" for n in range(200)], progress=three_times)
    assert calls == sorted(calls)
    assert len(calls) == 3


@settings(max_examples=60)
@given(NOTES, st.randoms(use_true_random=False))
def test_the_order_of_notes_does_not_matter(texts: list[str], chance: object) -> None:
    order = sorted(range(len(texts)), key=lambda _n: chance.random())  # type: ignore[attr-defined]
    shuffled = [texts[n] for n in order]

    def named_groups(groups: list[Group], source: list[str]) -> list[tuple[str, list[str]]]:
        return sorted((group.name, sorted(source[n] for n in group.members)) for group in groups)

    assert named_groups(proposed(texts), texts) == named_groups(proposed(shuffled), shuffled)


@settings(max_examples=60)
@given(NOTES)
def test_a_note_is_in_one_group_at_most_and_a_group_has_two(texts: list[str]) -> None:
    groups = proposed(texts)
    members = [index for group in groups for index in group.members]
    assert len(members) == len(set(members))
    assert all(len(group.members) > 1 and group.name for group in groups)
