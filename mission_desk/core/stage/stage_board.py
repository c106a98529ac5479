"""The part of a Slide that shows a board. A cluster that is folded up is one note: its name, how many, its
dots."""

from __future__ import annotations

from msgspec.structs import replace

from mission_desk.core.board import boards, places
from mission_desk.core.board.axes import axes_of
from mission_desk.core.board.regions import box_of
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Board, Cluster, Note, Region
from mission_desk.core.stage.note_cache import NoteCache
from mission_desk.core.stage.slides import BoardBody, StageBox, StageNote
from mission_desk.words import trn

BACK = "parking"  # the colour of a note that lies face down
SIGHT = "sight.{board}"
"""Session key: x, y, width, height of what the desk sees of a board, in canvas units."""


def board_body(
    doc: Document,
    board: int,
    language: str | None = None,
    *,
    arranged: bool = False,
    cache: NoteCache | None = None,
) -> BoardBody:
    rows = cache.on(board) if cache else boards.notes_on(doc, board)
    notes = [_back(note) if note.covered else note for note in rows]
    clusters = {cluster.id: cluster for cluster in boards.clusters_on(doc, board)}
    names = {cluster.id: cluster.name for cluster in clusters.values()}
    frames = boards.cluster_boxes(notes)
    firsts = _firsts(notes)
    regions = doc.rows(Region, "board = ? ORDER BY rank", board)
    open_notes, heads = parted(notes, clusters)
    return BoardBody(
        (
            *_made(open_notes, names, cache),
            *(_stage_head(row, members, language) for row, members in heads),
        ),
        tuple(
            StageBox(clusters[cluster].name, box, clusters[cluster].colour)
            for cluster, box in sorted(frames.items(), key=lambda each: firsts[each[0]])
            if not clusters[cluster].folded
        ),
        tuple(StageBox(region.title, box_of(region)) for region in regions),
        sum(len(members) - 1 for _, members in heads),
        arranged,
        _sight(doc, board) if arranged else None,
        axes_of(doc.row(Board, board), regions),
    )


def _firsts(notes: list[Note]) -> dict[int | None, tuple[int, int]]:
    """Where on the wall the first note of each cluster is read: the room sees the clusters in that order."""
    firsts: dict[int | None, tuple[int, int]] = {}
    for note in notes:
        at = places.row_of(note.y, note.h), note.x
        firsts[note.cluster] = min(firsts.get(note.cluster, at), at)
    return firsts


def parted(
    notes: list[Note], clusters: dict[int, Cluster]
) -> tuple[list[Note], list[tuple[Cluster, list[Note]]]]:
    """The notes that are drawn, and the clusters that are folded up, each with its notes."""
    folded: dict[int, list[Note]] = {row.id: [] for row in clusters.values() if row.folded}
    shown = [note for note in notes if note.cluster not in folded]
    for note in notes:
        if note.cluster in folded:
            folded[note.cluster].append(note)
    return shown, [(clusters[cluster], members) for cluster, members in folded.items() if members]


def head_words(row: Cluster, members: list[Note], language: str | None) -> str:
    """The words of a folded cluster: its name and how many notes are in it."""
    return f"{row.name}\n{trn('{n} note', '{n} notes', len(members), language)}"


def head_style(row: Cluster) -> Style:
    """The colour of the note that stands for a folded cluster."""
    return row.colour or "parking"


def _sight(doc: Document, board: int) -> places.Box | None:
    """Which part of the board the desk shows; None where the desk has not stored it."""
    sight = doc.session_value(SIGHT.format(board=board), None)
    return places.Box(*(int(number) for number in sight)) if sight else None


def _made(notes: list[Note], names: dict[int, str], cache: NoteCache | None) -> list[StageNote]:
    if cache is not None:
        return cache.made(notes, names, stage_note)
    return [stage_note(note, names.get(note.cluster or 0, "")) for note in notes]


def _back(note: Note) -> Note:
    """A covered note as the room sees it. A long text makes a note taller, a picture has its own shape, and
    the colour says who writes like that: all backs are alike."""
    return replace(note, text="", style=BACK, picture="", dots=0, w=NOTE_WIDTH, h=NOTE_HEIGHT)


def stage_note(note: Note, cluster: str) -> StageNote:
    """What the room may see of a note; of a covered one only that it hangs there."""
    if note.covered:
        back = _back(note)
        return StageNote("", back.style, 0, places.box_of(back), cluster, covered=True, rows=(note.id,))
    box = places.box_of(note)
    return StageNote(note.text, note.style, note.dots, box, cluster, picture=note.picture, rows=(note.id,))


def _stage_head(row: Cluster, members: list[Note], language: str | None) -> StageNote:
    frame = places.cluster_box(members) or places.Box(0, 0, 1, 1)
    dots = sum(note.dots for note in members)
    rows = tuple(note.id for note in places.reading_order(members))
    words, box = head_words(row, members, language), places.folded_box(frame)
    return StageNote(words, head_style(row), dots, box, "", rows=rows)
