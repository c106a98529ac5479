"""The notes of a board: read, written, coloured, copied, deleted. Every function that writes is one action of
the user's, all or nothing; `moving` says where notes go, `clustering` which belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mission_desk.core.board import covering, places, regions, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Board, Cluster, Note, Region
from mission_desk.core.file.writer import Writer, is_blank, storable
from mission_desk.words import tr
from mission_desk.written import grouped

NOTE_LIMIT = 2_000  # characters; a longer text belongs in a document, not on a wall
PASTE_LIMIT = 20_000  # notes in one paste
START_AREA = Box(0, 0, 6 * (NOTE_WIDTH + places.GAP), 4 * (NOTE_HEIGHT + places.GAP))


def board_by_key(doc: Document, key: str) -> Board:
    matching = doc.rows(Board, "key = ?", key)
    if matching:
        return matching[0]
    known = ", ".join(board.key for board in boards(doc))
    if not known:
        raise KnownError(tr("There is no board in this workshop."))
    raise KnownError(
        tr("There is no board “{key}” in this workshop. There are: {known}.", key=key, known=known)
    )


def boards(doc: Document) -> list[Board]:
    return doc.rows(Board, "1 ORDER BY rank, id")


def notes_on(doc: Document, board: int) -> list[Note]:
    """In drawing order: what lies on top comes last."""
    return doc.rows(Note, "board = ? ORDER BY z, id", board)


def readable_notes(doc: Document, board: int | None) -> list[Note]:
    """Notes with words that are not covered, of one board or of all, in the order in which they were
    written."""
    here = "board = ?" if board else "? IS NULL"
    return doc.rows(Note, f"{here} AND covered = 0 AND text <> '' ORDER BY board, id", board)


def note_counts(doc: Document) -> dict[int, int]:
    """Board -> how many notes it has; empty boards are left out."""
    return dict(doc.records("SELECT board, count(*) FROM note GROUP BY board"))


def clusters_on(doc: Document, board: int) -> list[Cluster]:
    return doc.rows(Cluster, "board = ? ORDER BY id", board)


def folded_on(doc: Document, board: int) -> frozenset[int]:
    """Clusters of which only the head is drawn."""
    return frozenset(cluster.id for cluster in clusters_on(doc, board) if cluster.folded)


def cluster_boxes(notes: Iterable[Note], folded: frozenset[int] = frozenset()) -> dict[int, Box]:
    """The frame of every cluster that has notes; of a folded cluster only its head."""
    members: dict[int, list[Note]] = {}
    for note in notes:
        if note.cluster is not None:
            members.setdefault(note.cluster, []).append(note)
    frames = {cluster: box for cluster, inside in members.items() if (box := places.cluster_box(inside))}
    return {cluster: places.folded_box(box) if cluster in folded else box for cluster, box in frames.items()}


def seen_boxes(notes: Iterable[Note], folded: frozenset[int]) -> list[Box]:
    """The boxes that are drawn for these notes: a folded cluster is drawn as its head, which hides its
    notes."""
    every_note = list(notes)
    shown = [places.box_of(note) for note in every_note if note.cluster not in folded]
    return [*shown, *cluster_boxes(every_note, folded).values()]


def several(doc: Document, notes: Sequence[int]) -> list[Note]:
    """Those that are still there."""
    return [note for note in (doc.find(Note, number) for number in notes) if note]


def movable(doc: Document, notes: Sequence[int]) -> list[Note]:
    """Those that are still there and not locked; a folded cluster stays whole where one of its notes is."""
    present = several(doc, notes)
    locked_clusters = (
        {cluster for (cluster,) in doc.records(_LOCKED_CLUSTERS)}
        if any(note.cluster for note in present)
        else set()
    )
    return [note for note in present if not note.locked and note.cluster not in locked_clusters]


_LOCKED_CLUSTERS = (
    "SELECT DISTINCT c.id FROM cluster c JOIN note n ON n.cluster = c.id WHERE c.folded AND n.locked"
)


def too_long(length: int, limit: int = NOTE_LIMIT) -> str:
    """The sentence about a text that is too long for a note."""
    return tr(
        "That is {n} characters; a note holds {limit}. "
        "Nothing was added, and the text is still in the clipboard.",
        n=grouped(length),
        limit=grouped(limit),
    )


def checked_text(text: str) -> str:
    """The text of one note, stripped, and empty where nothing of it can be seen; KnownError where it is more
    than a note holds."""
    text = "" if is_blank(text) else storable(text).strip()
    if len(text) > NOTE_LIMIT:
        raise KnownError(too_long(len(text)))
    return text


def add_notes(
    doc: Document,
    board: int,
    texts: Sequence[str],
    style: Style,
    *,
    area: Box = START_AREA,
    at: tuple[int, int] | None = None,
    region: Region | None = None,
    cluster: int | None = None,
    height: Callable[[str], int] = lambda _text: NOTE_HEIGHT,
    source: object = None,
) -> list[int]:
    """New notes in free places of `area`, of a `region` (which grows when it is full), or one at `at`, its
    top left corner; returns their ids. `height` says how many units a text needs; the caller draws the notes
    and can measure it."""
    wanted = wanted_texts(texts)
    if not wanted:
        return []
    highest = max(map(height, wanted))
    if at and len(wanted) == 1:
        spots = [at]
    elif region is not None:
        spots = regions.spots_in(doc, region.id, len(wanted), highest)
    else:
        spots = taken_space.free_on(doc, board, area, len(wanted), highest)
    with doc.action("note.add", source=source) as write:
        if region is not None:
            regions.grow(doc, write, region.id, spots, highest)
        return insert_notes(doc, write, board, wanted, spots, style, height, cluster)


def wanted_texts(texts: Sequence[str]) -> list[str]:
    """The stripped texts of new notes; KnownError where one text is too long, or where there are too many."""
    wanted = [text for text in map(checked_text, texts) if text]
    if len(wanted) > PASTE_LIMIT:
        raise KnownError(
            tr(
                "That would be {n} notes; one paste holds {limit}.",
                n=grouped(len(wanted)),
                limit=grouped(PASTE_LIMIT),
            )
        )
    return wanted


def insert_notes(
    doc: Document,
    write: Writer,
    board: int,
    texts: Sequence[str],
    spots: Sequence[tuple[int, int]],
    style: Style,
    height: Callable[[str], int],
    cluster: int | None = None,
) -> list[int]:
    """Part of an action: notes of the usual width with their top left corners at `spots`, on top of the
    others; their ids."""
    now, top = int(doc.now()), highest_on(doc, board)
    covered = int(covering.writes_blind(doc, board))
    return [
        write.insert(
            Note, board=board, cluster=cluster, text=text, style=style,
            x=x, y=y, w=NOTE_WIDTH, h=height(text), z=top + n, dots=0, at=now, covered=covered,
        )
        for n, (text, (x, y)) in enumerate(zip(texts, spots, strict=True), 1)
    ]  # fmt: skip


def highest_on(doc: Document, board: int) -> int:
    """The z of what lies on top."""
    return int(doc.value("SELECT coalesce(max(z), 0) FROM note WHERE board = ?", board))


def edit_note(doc: Document, note: int, text: str, *, h: int | None = None, source: object = None) -> None:
    """A new wording, and the height `h` it needs: a note that was sized by hand grows to it and never
    shrinks. A note without words is removed, unless it has a picture: then only its caption is empty."""
    text, now = checked_text(text), doc.row(Note, note)
    if not text and not now.picture:
        remove_notes(doc, [note], source=source)
        return
    with doc.action("note.edit", source=source) as write:
        write.update(Note, note, text=text, h=max(h or 0, now.h) if now.sized or not h else h)


def drop_empty_clusters(doc: Document, write: Writer, board: int) -> None:
    """Remove the clusters that have no notes left. Part of an action that took notes out of clusters."""
    for (cluster,) in doc.records(
        "SELECT id FROM cluster WHERE board = ? "
        "AND id NOT IN (SELECT cluster FROM note WHERE cluster IS NOT NULL)",
        board,
    ):
        write.delete(Cluster, cluster)


def restyle_notes(doc: Document, notes: Sequence[int], style: Style, *, source: object = None) -> None:
    with doc.action("note.restyle", source=source) as write:
        for note in notes:
            write.update(Note, note, style=style)


def remove_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """All but the locked ones."""
    removable = movable(doc, notes)
    if not removable:
        return
    with doc.action("note.remove", source=source) as write:
        for note in removable:
            write.delete(Note, note.id)
        drop_empty_clusters(doc, write, removable[0].board)


def add_dots(doc: Document, notes: Sequence[int], change: int, *, source: object = None) -> None:
    """Add or take away dots that the room called out; never fewer than 0."""
    with doc.action("note.dots", merge=f"dots:{sorted(notes)}", source=source) as write:
        for note in several(doc, notes):
            write.update(Note, note.id, dots=max(0, note.dots + change))
