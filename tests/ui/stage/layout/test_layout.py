"""Whatever the board and the projector: notes lie inside the body, none over another, and all can be read."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.board.axes import Axes
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.stage import stage
from mission_desk.core.stage.slides import (
    BoardBody,
    PollBody,
    PollRow,
    PromptBody,
    Slide,
    StageBox,
    StageNote,
    TableBody,
)
from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.posters.setting.hyphens import SOFT_HYPHEN
from mission_desk.ui.stage import frame
from mission_desk.ui.stage.board import board_body
from mission_desk.ui.stage.board.board_parts import BoardLayout, ready
from mission_desk.ui.stage.bodies import poll_body, table_body
from mission_desk.ui.stage.layout import flow
from mission_desk.ui.stage.layout.fit import Face, balanced, cut, largest, set_words
from mission_desk.ui.stage.layout.measure import Measure, smallest_share
from mission_desk.ui.stage.layout.parting import Patterns

SCREENS = ((800, 600), (1024, 768), (1280, 720), (1920, 1080), (3840, 2160), (1080, 1920))
WORDS = ("calmer", "than", "they", "dialled", "because", "somebody", "listened", "to", "the", "end")


def body_box(m: Measure) -> QRectF:
    return QRectF(m.px(72), m.px(280), m.width - m.px(144), m.height - m.px(420))


def note(number: int, words: int = 6, cluster: str = "", dots: int = 0) -> StageNote:
    text = " ".join(itertools.islice(itertools.cycle(WORDS), words))
    place = Box(number % 8 * 192, number // 8 * 168, 180, 156)
    return StageNote(f"{number} {text}", STYLES[number % 4], dots, place, cluster)


def check(layout: BoardLayout, box: QRectF, m: Measure) -> None:
    for placed in layout.notes:
        assert box.adjusted(-1, -1, 1, 1).contains(placed.box)
        assert placed.letters >= placed.floor >= int(min(m.height, m.width * 0.8) * smallest_share(m.metres))
    for first, second in itertools.combinations(layout.notes, 2):
        assert not first.box.adjusted(0.5, 0.5, -0.5, -0.5).intersects(second.box)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("count", [1, 3, 14, 25, 46, 500])
def test_notes_lie_side_by_side(screen: tuple[int, int], count: int) -> None:
    m = Measure(*screen)
    clusters = ["", "No one waits alone", "We give time back"]
    body = BoardBody(tuple(note(n, cluster=clusters[n % 3]) for n in range(count)), (), ())
    layout = board_body.lay_out(body, body_box(m), m, "en")
    check(layout, body_box(m), m)
    assert layout.total == count
    assert len(layout.notes) == count if count <= 14 else len(layout.notes) >= 14


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("key", ["customers", "makers", "think-big", "challenge", "gut"])
def test_the_boards_of_a_day_fit(sample_doc: Document, screen: tuple[int, int], key: str) -> None:
    m = Measure(*screen)
    board = boards.board_by_key(sample_doc, key)
    body = stage.slide(sample_doc, "board", board.id, None).body
    assert isinstance(body, BoardBody)
    check(board_body.lay_out(body, body_box(m), m, "en"), body_box(m), m)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["", "A", "B"])), max_size=40), st.booleans())
def test_any_board_can_be_laid_out(notes: list[tuple[int, str]], with_regions: bool) -> None:
    m = Measure(1280, 720)
    regions = (StageBox("Left", Box(0, 0, 700, 2000)), StageBox("Right", Box(700, 0, 700, 2000)))
    body = BoardBody(
        tuple(note(n, words, cluster) for n, (words, cluster) in enumerate(notes)),
        (),
        regions if with_regions else (),
    )
    layout = board_body.lay_out(body, body_box(m), m, "en")
    check(layout, body_box(m), m)
    assert layout.notes or not notes


def test_what_does_not_fit_is_the_oldest() -> None:
    m = Measure(1024, 768)
    body = BoardBody(tuple(note(n) for n in range(200)), (), ())
    layout = board_body.lay_out(body, body_box(m), m, "en")
    shown = {int(placed.note.text.split()[0]) for placed in layout.notes}
    assert 10 < len(shown) < 200
    assert shown == set(range(200 - len(shown), 200))


def test_notes_of_a_region_stand_in_its_area() -> None:
    m = Measure(1920, 1080)
    regions = (StageBox("Do", Box(0, 0, 760, 4000)), StageBox("Dream", Box(768, 0, 768, 4000)))
    body = BoardBody(tuple(note(n) for n in range(16)), (), regions)
    layout = board_body.lay_out(body, body_box(m), m, "en")
    left = next(name for name in layout.names if name.text == "Do")
    assert left.panel is not None
    inside = {placed.note.box.x < 768 for placed in layout.notes if left.panel.contains(placed.box)}
    assert inside == {True}
    assert sum(left.panel.contains(placed.box) for placed in layout.notes) == 8


def test_a_clusters_notes_stay_together_under_its_name() -> None:
    m = Measure(1920, 1080)
    body = BoardBody(tuple(note(n, cluster="Time" if n % 2 else "") for n in range(12)), (), ())
    layout = board_body.lay_out(body, body_box(m), m, "en")
    (name,) = layout.names
    grouped = [placed.box for placed in layout.notes if placed.note.cluster]
    assert name.text == "Time"
    assert all(box.top() >= name.box.bottom() - 1 and box.right() <= name.box.right() + 1 for box in grouped)


def test_the_largest_size_fits_and_the_next_does_not() -> None:
    face = Face("serif", 150, QFont.Weight.DemiBold)
    text = "We are the calm voice that gives small shops their evenings back."
    words = largest(text, face, 1700, 600, 24)
    assert words.whole
    assert words.height <= 601
    larger = set_words(text, face.sized(words.face.size + 1), 1700)
    assert words.face.size == 150 or not larger.whole or larger.height > 601


def test_no_word_is_left_over_at_the_end() -> None:
    face = Face("serif", 60, QFont.Weight.DemiBold)
    text = "Which three things make this sentence true?"
    plain = set_words(text, face, 1150)
    even = balanced(text, face, 1150)
    assert even.lines == plain.lines == 2
    assert even.width < plain.width


@given(st.lists(st.sampled_from([*WORDS, "Donau\u00addampf\u00adschiff", "x" * 90, "🙂", "\n"]), max_size=60))
def test_a_text_is_parted_without_a_word_lost(words: list[str]) -> None:
    text, leaves = " ".join(words).strip(), 0
    joined, left = "", text
    while left:
        first, left = cut(set_words(left, Face("ui", 24), 300), 3)
        assert set_words(first, Face("ui", 24), 300).lines <= 3
        joined, leaves = f"{joined} {first}", leaves + 1
    assert "".join(joined.split()).replace("\u00ad", "") == "".join(text.split()).replace("\u00ad", "")
    assert leaves <= len(words) * 2


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("closed", [False, True])
def test_drafts_of_a_poll_stand_one_below_the_other(screen: tuple[int, int], closed: bool) -> None:
    m = Measure(*screen)
    rows = tuple(PollRow("ABC"[n], " ".join(WORDS), n * 7, n, n == 2) for n in range(3))
    if not closed:
        rows = tuple(replace(row, dots=None, seats=None, chosen=False) for row in rows)
    layout = poll_body.lay_out(PollBody("Which?", rows, "", closed), body_box(m), m, "en")
    assert len(layout.cards) == 3
    bottoms = [card.box.bottom() for card in layout.cards]
    assert bottoms == sorted(bottoms)
    assert bottoms[-1] <= body_box(m).bottom() + 1
    assert all((card.score is not None) == closed for card in layout.cards)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_table_shows_as_many_rows_as_can_be_read(screen: tuple[int, int]) -> None:
    m = Measure(*screen)
    rows = tuple((f"Role {n}", " ".join(WORDS), "First contact 61 % → 80 %", "Team lead") for n in range(40))
    layout = table_body.lay_out(
        TableBody(("Role", "What we do", "Measure", "Owner"), rows), body_box(m), m, "en"
    )
    assert 3 <= layout.shown < 40
    assert layout.total == 40
    for cell in layout.cells:
        assert cell.words.face.size >= m.floor
        assert cell.y + cell.words.height <= body_box(m).bottom() + 1


def test_the_ends_of_a_measure_stay_with_their_units() -> None:
    rows = (("Agent", "Stay on the line.", "First contact solved  61 % → 80 %", "Lead"),)
    layout = table_body.lay_out(
        TableBody(("Role", "What", "Measure", "Owner"), rows),
        QRectF(0, 0, 700, 600),
        Measure(1280, 720),
        "en",
    )
    broken = [
        text[line.textStart() : line.textStart() + line.textLength()]
        for cell in layout.cells
        for text in [cell.words.layout.text()]
        for line in map(cell.words.layout.lineAt, range(cell.words.lines))
    ]
    assert any("61\u00a0%\u00a0→\u00a080\u00a0%" in words for words in broken)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("revealed", [0, 3])
def test_bars_of_a_poll_fit_and_stay_where_they_are(screen: tuple[int, int], revealed: int) -> None:
    m = Measure(*screen)
    bar = (Band("block", 1, 0.0), Band("support", 3, 3.0), Band("love it", 8, 4.0))
    revealed_row = PollRow("A", " ".join(WORDS), None, None, False, "Pull 4 · drag 2", "Bold but split.", bar)
    rows = tuple(
        revealed_row if n < revealed else PollRow("A", revealed_row.text, None, None, False) for n in range(3)
    )
    body = PollBody("Which?", rows, "", True, legend=(Key("block", 0.0), Key("love it", 4.0)), bars=True)
    tight = QRectF(m.px(72), m.px(170), m.width - m.px(144), m.height - m.px(270))
    layout = poll_body.lay_out(body, tight, m, "en")
    assert len(layout.cards) == 3
    bare = replace(body, rows=(rows[-1],) * 3) if revealed else body
    again = poll_body.lay_out(bare, tight, m, "en")
    assert [card.box for card in again.cards] == [card.box for card in layout.cards]


def test_a_long_footer_takes_the_room_that_chips_and_sentence_leave() -> None:
    """On a 4:3 projector, and German is long."""
    legend = "12 Stimmzettel · links: unannehmbar, rechts: kein Widerstand"
    slide = Slide("11 von 11", "Welcher Satz?", PromptBody(()), None, (), "Alle", legend, "de")
    layout = frame.lay_out(slide, "Welcher Satz?", legend, Measure(1024, 768), with_clock=False, tight=True)
    listens, footer = layout.texts[-2:]
    assert footer.words.whole
    assert listens.x + listens.words.width < footer.x


def far_apart(count: int, **how: object) -> BoardBody:
    """Notes in two heaps with nothing between them, the second one larger."""
    heaps = [Box(n % 4 * 192, n // 4 * 168, 180, 156) for n in range(count)]
    places = [box if n < 4 else box._replace(x=box.x + 9_000) for n, box in enumerate(heaps)]
    notes = tuple(replace(note(n, 3), box=place) for n, place in enumerate(places))
    return BoardBody(notes, (), (), arranged=True, **how)


def test_without_the_desks_sight_the_view_is_where_most_notes_are() -> None:
    m = Measure(1920, 1080)
    body = far_apart(20)
    layout = board_body.lay_out(body, body_box(m), m, "en")
    shown = {int(each.note.text.split()[0]) for each in layout.notes}
    assert len(shown) >= 12
    assert shown < set(range(4, 20))
    empty = replace(body, sight=Box(4_000, 4_000, 800, 600))
    assert board_body.lay_out(empty, body_box(m), m, "en").notes == layout.notes
    everything = replace(body, sight=Box(-100, -100, 12_000, 3_000))
    assert board_body.lay_out(everything, body_box(m), m, "en").notes == layout.notes


@pytest.mark.parametrize("screen", SCREENS)
def test_the_names_of_axes_stand_beside_the_fields(screen: tuple[int, int]) -> None:
    m = Measure(*screen)
    axes = Axes("What it costs", "What it changes", Box(0, 0, 780, 500))
    fields = (StageBox("Cheap", Box(0, 0, 380, 500)), StageBox("Dear", Box(400, 0, 380, 500)))
    lying = replace(note(0, 3), box=Box(20, 60, 180, 156))
    body = BoardBody((lying,), (), fields, arranged=True, axes=axes)
    layout = board_body.lay_out(body, body_box(m), m, "en")
    assert [name.upright for name in layout.axes] == [False, True]
    for name in layout.axes:
        assert body_box(m).adjusted(-1, -1, 1, 1).contains(name.box)
        assert name.words.height <= min(name.box.width(), name.box.height()) + 1
        assert not any(name.box.intersects(each.panel) for each in layout.names if each.panel)
    assert not board_body.lay_out(replace(body, axes=None), body_box(m), m, "en").axes


def test_a_view_that_shows_far_fewer_notes_than_rows_gives_way_to_them() -> None:
    m = Measure(800, 600)
    scattered = tuple(
        replace(note(n, 3), box=Box(n % 5 * 2_000, n // 5 * 2_000, 180, 156)) for n in range(12)
    )
    body = BoardBody(scattered, (), (), arranged=True)
    assert len(board_body.lay_out(body, body_box(m), m, "en").notes) == 12
    near = replace(body, sight=Box(0, 0, 300, 300))
    assert len(board_body.lay_out(near, body_box(m), m, "en").notes) == 1  # what the desk looks at


@pytest.mark.parametrize("screen", SCREENS)
def test_a_long_name_stands_over_its_notes_in_lines(screen: tuple[int, int]) -> None:
    m = Measure(*screen)
    name = "Niemand wartet allein in der Warteschleife der Rechnungsstellung"
    body = BoardBody(tuple(note(n, cluster=name if n < 2 else "") for n in range(9)), (), ())
    layout = board_body.lay_out(body, body_box(m), m, "de")
    (heading,) = layout.names
    assert heading.words.width <= heading.box.width()
    assert heading.words.height <= heading.box.height()
    assert all(not placed.box.intersects(heading.box) for placed in layout.notes)
    check(layout, body_box(m), m)


def test_no_column_of_a_table_parts_a_word_that_has_room() -> None:
    m = Measure(1024, 768)
    rows = (("Wissensredaktion", " ".join(WORDS * 3), "Fehlbestellungen", "Serviceleitung"),) * 4
    table = table_body.lay_out(TableBody(("Rolle", "Was", "Kennzahl", "Wer"), rows), body_box(m), m, "de")
    assert table is not None
    short = [cell.words for cell in table.cells if " " not in cell.words.layout.text()]
    assert len(short) == 4 + 3 * table.shown
    assert all(words.lines == 1 for words in short)


def test_words_get_their_hyphens_once_the_patterns_are_read(qtbot: QtBot) -> None:
    """A note that was laid out before keeps no memory of it. French, which no other test reads."""
    owner = QObject()
    patterns = Patterns(owner, lambda: None)
    long = replace(note(1), text="anticonstitutionnellement")
    assert ready(long, "fr").text == long.text
    with qtbot.waitSignal(patterns.ready, timeout=20_000):
        patterns.want("fr")
    text = ready(long, "fr").text
    face = Face("ui", 24)
    words = set_words(text, face, 150)
    assert words.whole
    assert words.lines > 1
    assert not set_words(long.text, face, 150).whole


@pytest.mark.parametrize("word", ["Ticketnummern", "Viertelstunden"])
def test_a_word_that_fits_into_its_line_is_not_parted(word: str) -> None:
    text = SOFT_HYPHEN.join((word[:6], word[6:]))
    words = set_words(f"Keine {text}.", Face("ui", 24), 230)
    assert words.lines == 2
    assert SOFT_HYPHEN not in words.layout.text()


def test_a_head_never_stands_alone_and_what_fits_a_leaf_is_not_parted() -> None:
    m = Measure(800, 600, 25)
    items = [flow.Paragraph(" ".join(WORDS[: n % 9 + 1]), "item", str(n)) for n in range(20)]
    heads = [flow.Paragraph(f"Head {n}", "head") for n in range(4)]
    whole = flow.flow(part for n, head in enumerate(heads) for part in (head, *items[n * 5 : n * 5 + 5]))
    left: flow.Flow | None = whole
    laid_out: list[str] = []
    while left is not None:
        layout = flow.lay_out(left, body_box(m), m, "en")
        texts = [line.words.layout.text() for line in layout.lines]
        assert not texts[-1].startswith("Head")
        laid_out, left = [*laid_out, *texts], layout.rest
    assert laid_out == [part.text for part in whole.paragraphs]


@pytest.mark.parametrize("count", [4, 5, 9])
def test_options_that_need_several_leaves_are_shared_evenly(count: int) -> None:
    """In one size on all of them, or the last option would be written larger than the others."""
    m = Measure(800, 600)
    rows = tuple(PollRow("ABCDEFGHI"[n], " ".join(WORDS), None, None, False) for n in range(count))
    body = PollBody("Which?", rows, "", True, legend=(Key("block", 0.0), Key("love it", 4.0)), bars=True)
    shown, sizes, first = [], set(), 0
    while len(shown) == 0 or first:
        layout = poll_body.lay_out(replace(body, first=first), body_box(m), m, "en")
        assert layout is not None
        shown.append([card.number for card in layout.cards])
        sizes |= {card.text.face.size for card in layout.cards}
        first = layout.after
    assert [number for leaf in shown for number in leaf] == list(range(count))
    assert len(shown) > 1
    assert max(map(len, shown)) - min(map(len, shown)) <= 1
    assert len(sizes) == 1
