"""Whatever the room writes, however small the projector and far the last row: every word of a slide stands on
one of its leaves, in letters that can be read, inside the window. Looked for in what is drawn, so that words
set while drawing are found too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities
from mission_desk.core.plan.links import link, write_because
from mission_desk.core.plan.links import links as read_links
from mission_desk.core.room import lots, people
from mission_desk.core.stage import breaks, clicker, reading_out, revealing, stage_state
from mission_desk.core.stage.slides import (
    BoardBody,
    PrioritiesBody,
    PromptBody,
    RoadmapBody,
    Slide,
    TableBody,
)
from mission_desk.core.stage.stage import now
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, poll_opening, poll_options
from mission_desk.core.whole.sample import build_sample
from mission_desk.ui.stage.layout.measure import FARTHEST, LAST_ROW, Measure
from mission_desk.ui.stage.layout.notes import needed_height
from mission_desk.ui.stage.layout.parting import Patterns, is_ready
from mission_desk.ui.stage.motion import Motion
from mission_desk.ui.stage.picture import Picture, lay_out
from tests.core.stage import on_stage
from tests.core.vote.voting import both, marks, voted
from tests.ui.stage.long_words import SENTENCE, feel, fill

KEYS = ("style", "picture", "colour", "ends", "heads", "roles")  # of other roles as many as have room
UNDER_THE_QUESTION = (BoardBody, PrioritiesBody, RoadmapBody, TableBody, PromptBody)
PLACES = (
    ((800, 600), LAST_ROW),
    ((800, 600), FARTHEST),
    ((1080, 1920), FARTHEST),
    ((1920, 1080), LAST_ROW),
    ((1920, 1080), 16),
)
BLANK = re.compile(r"[\s\u00ad\u2028\u00a0]+")
COUNTED = re.compile(r"Seite\s(\d+)\svon\s(\d+)")
MOST_LEAVES = 120


def statement(doc: Document) -> None:
    on_stage.show_page(doc, "statement")
    stage_state.show_findings(doc)
    feel(doc, drafts.drafts(doc)[0].id)


def poll(doc: Document) -> int:
    on_stage.show_page(doc, "vote")
    options = poll_options.free_options(
        "\n".join([SENTENCE, *[f"{n} {SENTENCE} {SENTENCE}" for n in range(8)]])
    )
    return poll_opening.open_poll(doc, SENTENCE, options, rule="pull-and-drag")


def result(doc: Document) -> None:
    row = voted(doc, poll(doc), [both(*[(5, 9)] * 9), both(*[(5, 0)] * 9)] * 6)
    poll_closing.write_decision(doc, row.id, "Entschlossen, weil Zebras Streifen haben.")
    revealing.reveal_all(doc)


def long_decision(doc: Document) -> None:
    """It has no room under two options at the distance of a far row."""
    on_stage.show_page(doc, "vote")
    options = poll_options.free_options("calm\nbold")
    row = voted(doc, poll_opening.open_poll(doc, "Which?", options, rule="score"), [marks(1, 5)] * 6)
    poll_closing.write_decision(doc, row.id, " ".join(f"Entschluss{n}" for n in range(60)))
    revealing.reveal_all(doc)


def links(doc: Document) -> None:
    on_stage.show_page(doc, "priorities")
    left, right = (priorities.priorities(doc, side) for side in ("company", "team"))
    priorities.edit_priority(doc, right[0].id, start="1000", goal="Zehntausend", unit="im Quartal")
    write_because(doc, link(doc, left[0].id, right[-1].id, "strongly serves"), SENTENCE)


def reason(doc: Document) -> None:
    """The last reason with the question that comes after it."""
    links(doc)
    for _ in read_links(doc):
        clicker.turn(doc, 1, more=False)


def read_out(doc: Document) -> None:
    on_stage.show_board(doc, "think-big")
    reading_out.read_out(doc)
    number = boards.board_by_key(doc, "think-big").id
    longest = max(boards.notes_on(doc, number), key=lambda note: len(note.text))
    stage_state.change(doc, note=longest.id)


def lot(doc: Document, what: stage_state.CalledUp) -> None:
    """Names as people have them, one that is a sentence, and seats without a name."""
    people.set_style_counts(doc, {"ideator": 9, "analyst": 8, "heart": 6})
    names = ("Maximiliane-Charlotte von Schlotterbeck-Wallenstein", SENTENCE, "Ö", "Li")
    seats = people.seats(doc)
    people.name_seats(doc, {seat.id: name for seat, name in zip(seats[5:], names, strict=False)})
    lots.begin_order(doc)
    lots.make_groups(doc)
    first = lots.drawn(doc)
    if first is not None and what == "person":
        people.name_seat(doc, first.id, " ".join(f"Li{n}" for n in range(120)))
    stage_state.show_lot(doc, what)


PAGES: dict[str, Callable[[Document], object]] = {
    "scene": lambda doc: on_stage.show_page(doc, "scene"),
    "board": lambda doc: on_stage.show_board(doc, "think-big"),
    "regions": lambda doc: on_stage.show_board(doc, "customers"),
    "arranged": lambda doc: (on_stage.show_board(doc, "think-big"), stage_state.arrange(doc)),
    "statement": statement,
    "pair": lambda doc: (on_stage.show_page(doc, "statement"), clicker.show_pair(doc)),
    "open poll": poll,
    "result": result,
    "long decision": long_decision,
    "dots": lambda doc: (on_stage.show_page(doc, "vote"), revealing.reveal_all(doc)),
    "priorities": links,
    "reason": reason,
    "road map": lambda doc: on_stage.show_page(doc, "roadmap"),
    "review": lambda doc: on_stage.show_page(doc, "review"),
    "posters": lambda doc: on_stage.show_page(doc, "posters"),
    "prompt": stage_state.show_prompt,
    "read out": read_out,
    "celebration": lambda doc: (stage_state.celebrate(doc), clicker.turn(doc, 1, more=False)),
    "break": breaks.take_break,
    "person": partial(lot, what="person"),
    "order": partial(lot, what="order"),
    "groups": partial(lot, what="groups"),
}


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "lang.mission"
    build_sample(path, "de")
    doc = Document.open(path)
    for key in ("think-big", "customers"):
        fill(doc, board=key)
    doc.close()
    return path


@pytest.fixture
def long_doc(long_file: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Document]:
    owner = QObject()
    patterns = Patterns(owner, lambda: None)
    patterns.want("de")
    qtbot.waitUntil(lambda: is_ready("de"), timeout=20_000)
    copy = tmp_path / "lang.mission"
    copy.write_bytes(long_file.read_bytes())
    document = Document.open(copy)
    yield document
    document.close()


def leaves(slide: Slide, m: Measure) -> list[Picture]:
    pictures = [lay_out(slide, m)]
    while pictures[-1].more:
        assert len(pictures) < MOST_LEAVES
        pictures.append(lay_out(replace(slide, leaf=len(pictures)), m))
    return pictures


def strings(of: object) -> Iterator[str]:
    """Every word that a slide's body holds, but for the keys of styles and pictures."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, tuple):
        for each in of:
            yield from strings(each)
    elif isinstance(of, Struct):
        yield from strings(tuple(getattr(of, name) for name in of.__struct_fields__ if name not in KEYS))


def drawn(picture: Picture) -> list[tuple[str, float, QRectF]]:
    """(words, size of type, where they begin) of everything that is drawn as text."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(int(picture.m.width), int(picture.m.height)))
    painter = QPainter(generator)
    picture.draw(painter, Motion())
    painter.end()
    return list(_texts(ElementTree.fromstring(bytes(buffer.data().data()))))


def _texts(root: ElementTree.Element) -> Iterator[tuple[str, float, QRectF]]:
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        for each in group.findall("{http://www.w3.org/2000/svg}text"):
            place = QRectF(float(each.get("x", 0)), float(each.get("y", 0)), 1, 1)
            yield "".join(each.itertext()), float(each.get("font-size", 0)), place


def squeezed(text: str) -> str:
    return BLANK.sub("", text)


@pytest.mark.parametrize("page", PAGES)
def test_every_word_stands_on_a_leaf(long_doc: Document, page: str) -> None:
    PAGES[page](long_doc)
    for size, metres in PLACES:
        check(now(long_doc), Measure(*size, metres), f"{page} {size} {metres} m")


def expected(slide: Slide) -> set[str]:
    """A view of the desk shows what the desk looks at, everything else shows all of it."""
    asked = {slide.prompt} if isinstance(slide.body, UNDER_THE_QUESTION) else set()
    arranged = isinstance(slide.body, BoardBody) and slide.body.arranged
    return {slide.eyebrow, *asked, *(() if arranged else strings(slide.body))}


def check(slide: Slide, m: Measure, where: str) -> None:
    drawn_words, every = "", leaves(slide, m)
    for number, picture in enumerate(every):
        texts = drawn(picture)
        for words, size, place in texts:
            assert "…" not in words, (where, words)
            assert size >= m.floor - 0.5, (where, words, size, m.floor)
            assert 0 <= place.x() <= m.width, (where, words, place)
            assert 0 <= place.y() <= m.height, (where, words, place)
            drawn_words += words
        counted = COUNTED.search("\n".join(words for words, _, _ in texts))
        assert not counted or counted.groups() == (str(number + 1), str(len(every))), where
        body = picture.frame.body.adjusted(-2, -2, 2, 2) if picture.frame else QRectF()
        for each in picture.body.notes or ():
            assert body.contains(each.box), (where, each.note.text, each.box, body)
            drawn_words += each.note.text
            needed = needed_height(each.note, each.box.width(), each.floor, each.floor)
            assert each.note.covered or needed <= each.box.height() + 1, (where, each.note.text)
    drawn_words = squeezed(drawn_words)
    for text in expected(slide):
        missing = [word for word in text.split() if squeezed(word) not in drawn_words]
        assert not missing, (where, text, missing)


def test_a_word_that_is_left_out_would_be_found(long_doc: Document) -> None:
    """The sweep can fail: a slide with one more word than was drawn is noticed."""
    on_stage.show_page(long_doc, "priorities")
    slide = now(long_doc)
    picture = lay_out(slide, Measure(1920, 1080))
    drawn_words = squeezed("".join(words for words, _, _ in drawn(picture)))
    assert squeezed(SENTENCE.split()[-1]) in drawn_words
    assert "Kundendienstwort" not in drawn_words
    assert not isinstance(slide.body, BoardBody)
