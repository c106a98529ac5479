from __future__ import annotations

import pytest

from mission_desk.ui.parts.sensed.phrases import Place, phrase_place


@pytest.mark.parametrize(
    ("text", "phrase", "place"),
    [
        ("We answer in one call.", "in one call", Place(10, 21)),
        ("every shop, ever", "ever", Place(12, 16)),
        ("everybody", "every", Place(0, 5)),
        ("😀 one call", "one", Place(3, 6)),
        ("We answer", "call", None),
        ("We answer", "", None),
    ],
)
def test_where_a_phrase_stands(text: str, phrase: str, place: Place | None) -> None:
    assert phrase_place(text, phrase) == place
