"""What the notes of a board can be filtered by, in words, with how many notes each would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from mission_desk.core.board.covering import read_text
from mission_desk.core.board.filtering import LOOSE, Filter, FilterKind, toggled
from mission_desk.core.file.closed_sets import STYLES, ClusterColour
from mission_desk.core.file.rows import Note
from mission_desk.core.room.style_words import style_names
from mission_desk.language.tags import count_tags
from mission_desk.ui.board.model import BoardModel
from mission_desk.words import tr, trn
from mission_desk.written import sort_key

DOTS = (1, 3, 5, 10)  # the least numbers one can ask for
TAGS_SHOWN = 24


class Option(Struct, frozen=True):
    """`kind` and `value` as in core.board.filtering; `count` notes have it, None where nobody counted;
    `style` lends it its colour."""

    words: str
    kind: FilterKind
    value: object
    count: int | None = None
    style: ClusterColour = ""


class Section(Struct, frozen=True):
    title: str
    options: tuple[Option, ...]


def sections(model: BoardModel) -> list[Section]:
    """Only what some note has: an option that leaves nothing is no option."""
    notes = list(model.notes.values())
    every = (
        Section(tr("Colour"), tuple(_styles(notes))),
        Section(tr("Tags"), tuple(_tags(notes))),
        Section(tr("Clusters"), tuple(_clusters(model, notes))),
        Section(tr("Dots"), tuple(_dots(notes))),
        Section(tr("Marks"), tuple(_marks(model))),
    )
    return [section for section in every if section.options]


def _styles(notes: list[Note]) -> Iterator[Option]:
    counts, words = Counter(note.style for note in notes), style_names()
    for style in STYLES:
        if counts[style]:
            yield Option(words[style], "styles", style, counts[style], style)


def _tags(notes: list[Note]) -> Iterator[Option]:
    for tag, count in count_tags(map(read_text, notes))[:TAGS_SHOWN]:
        yield Option(f"#{tag.word}", "tags", tag.key, count)


def _clusters(model: BoardModel, notes: list[Note]) -> Iterator[Option]:
    for cluster in sorted(model.clusters.values(), key=lambda cluster: sort_key(cluster.name)):
        if members := model.members(cluster.id):
            yield Option(cluster.name, "clusters", cluster.id, len(members))
    loose = sum(note.cluster is None for note in notes)
    if 0 < loose < len(notes):
        yield Option(tr("In no cluster"), "clusters", LOOSE, loose)


def _dots(notes: list[Note]) -> Iterator[Option]:
    for least in DOTS:
        if count := sum(note.dots >= least for note in notes):
            yield Option(dots_words(least), "dots", least, count)


def _marks(model: BoardModel) -> Iterator[Option]:
    if model.worries:
        yield Option(tr("Has a concern"), "concern", True, len(model.worries))
    yield Option(tr("Has a finding"), "finding", True)  # counted, it would cost a stall with many notes


def dots_words(least: int) -> str:
    return trn("{n} dot or more", "{n} dots or more", least)


def chips(wanted: Filter, model: BoardModel) -> Iterator[tuple[str, Filter]]:
    """What is asked for besides words, also where no note has it any more; each with the filter that is left
    without it."""
    for style in (each for each in STYLES if each in wanted.styles):
        yield style_names()[style], toggled(wanted, "styles", style)
    words: dict[str, str] = {}
    if wanted.tags:
        texts = [read_text(note) for note in model.notes.values() if "#" in note.text]
        words = {tag.key: tag.word for tag, _ in count_tags(texts)}
    for key in sorted(wanted.tags):
        yield f"#{words.get(key, key)}", toggled(wanted, "tags", key)
    for cluster in sorted(wanted.clusters):
        name = tr("In no cluster") if cluster == LOOSE else model.clusters[cluster].name
        yield name, toggled(wanted, "clusters", cluster)
    if wanted.dots:
        yield dots_words(wanted.dots), toggled(wanted, "dots", wanted.dots)
    if wanted.concern:
        yield tr("Has a concern"), toggled(wanted, "concern", True)
    if wanted.finding:
        yield tr("Has a finding"), toggled(wanted, "finding", True)
