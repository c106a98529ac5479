"""What can be done with notes and clusters. Every function is one action of the user's, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mission_desk.core import places
from mission_desk.core.document import Document
from mission_desk.core.errors import KnownError
from mission_desk.core.places import Box
from mission_desk.core.rows import NOTE_HEIGHT, NOTE_WIDTH, Board, Cluster, Note, Region
from mission_desk.core.writer import Writer
from mission_desk.words import tr

NOTE_LIMIT = 2_000  # characters; a longer text belongs into a document, not on a wall
PASTE_LIMIT = 2_000  # notes in one paste
START_AREA = Box(0, 0, 6 * (NOTE_WIDTH + places.GAP), 4 * (NOTE_HEIGHT + places.GAP))


def board_by_key(doc: Document, key: str) -> Board:
    found = doc.rows(Board, "key = ?", key)
    if not found:
        known = ", ".join(board.key for board in boards(doc))
        raise KnownError(tr("There is no board “{key}” in this workshop. There are: {known}.", key=key, known=known))
    return found[0]


def boards(doc: Document) -> list[Board]:
    return doc.rows(Board, "1 ORDER BY rank, id")


def notes_on(doc: Document, board: int) -> list[Note]:
    """In drawing order: what lies on top comes last."""
    return doc.rows(Note, "board = ? ORDER BY z, id", board)


def clusters_on(doc: Document, board: int) -> list[Cluster]:
    return doc.rows(Cluster, "board = ? ORDER BY id", board)


def cluster_boxes(notes: Iterable[Note]) -> dict[int, Box]:
    """The frame of every cluster that has notes."""
    members: dict[int, list[Note]] = {}
    for note in notes:
        if note.cluster is not None:
            members.setdefault(note.cluster, []).append(note)
    return {cluster: box for cluster, found in members.items() if (box := places.cluster_box(found))}


def checked_text(text: str) -> str:
    """The text of one note, stripped; KnownError where it is more than a note holds."""
    text = text.strip()
    if len(text) > NOTE_LIMIT:
        raise KnownError(
            tr(
                "That is {n} characters; a note holds {limit}. Nothing was added, and the text is still in the clipboard.",
                n=f"{len(text):,}",
                limit=f"{NOTE_LIMIT:,}",
            )
        )
    return text


def add_notes(
    doc: Document,
    board: int,
    texts: Sequence[str],
    style: str,
    *,
    area: Box = START_AREA,
    at: tuple[int, int] | None = None,
    cluster: int | None = None,
    source: object = None,
) -> list[int]:
    """New notes in free places of `area` (or one at `at`, its top left corner); returns their ids."""
    wanted = [text for text in map(checked_text, texts) if text]
    if not wanted:
        return []
    if len(wanted) > PASTE_LIMIT:
        raise KnownError(tr("That would be {n} notes; one paste holds {limit}.", n=len(wanted), limit=PASTE_LIMIT))
    spots = [at] if at and len(wanted) == 1 else _free_spots(doc, board, area, len(wanted))
    now = int(doc.now())
    with doc.action("note.add", source=source) as write:
        top = _top(doc, board)
        return [
            write.insert(
                Note, board=board, cluster=cluster, text=text, style=style,
                x=x, y=y, w=NOTE_WIDTH, h=NOTE_HEIGHT, z=top + n, dots=0, at=now,
            )
            for n, (text, (x, y)) in enumerate(zip(wanted, spots, strict=True), 1)
        ]  # fmt: skip


def _free_spots(doc: Document, board: int, area: Box, count: int) -> list[tuple[int, int]]:
    notes = notes_on(doc, board)
    taken = [*map(places.box_of, notes), *cluster_boxes(notes).values()]
    return places.free_spots(taken, area, count)


def _top(doc: Document, board: int) -> int:
    return int(doc.value("SELECT coalesce(max(z), 0) FROM note WHERE board = ?", board))


def region_area(region: Region) -> Box:
    """Where notes go inside a region: below its title."""
    return Box(region.x + 24, region.y + 64, region.w - 48, region.h - 88)


def edit_note(doc: Document, note: int, text: str, *, source: object = None) -> None:
    """A new wording; an emptied note is removed."""
    text = checked_text(text)
    if not text:
        remove_notes(doc, [note], source=source)
        return
    with doc.action("note.edit", source=source) as write:
        write.update(Note, note, text=text)


def move_notes(doc: Document, notes: Sequence[int], dx: int, dy: int, *, source: object = None) -> None:
    """Move notes; dropped into another cluster's frame they join it, dragged out of their own they leave it."""
    moved = _several(doc, notes)
    if not moved or (dx, dy) == (0, 0):
        return
    with doc.action("note.move", source=source) as write:
        joins = _joins(doc, moved, dx, dy)
        for note in moved:
            write.update(Note, note.id, x=note.x + dx, y=note.y + dy, cluster=joins[note.id])
        _drop_empty_clusters(doc, write, moved[0].board)


def _joins(doc: Document, moved: list[Note], dx: int, dy: int) -> dict[int, int | None]:
    """The cluster each moved note belongs to afterwards. A cluster that moves whole stays together."""
    ids = {note.id for note in moved}
    resting = [note for note in notes_on(doc, moved[0].board) if note.id not in ids]
    frames = cluster_boxes(resting)
    found: dict[int, int | None] = {}
    for note in moved:
        x, y = note.x + dx + note.w / 2, note.y + dy + note.h / 2
        whole = note.cluster is not None and note.cluster not in frames
        found[note.id] = note.cluster if whole else places.cluster_under(frames, x, y)
    return found


def _several(doc: Document, notes: Sequence[int]) -> list[Note]:
    return [note for note in (doc.find(Note, number) for number in notes) if note]


def _drop_empty_clusters(doc: Document, write: Writer, board: int) -> None:
    for (cluster,) in doc.records(
        "SELECT id FROM cluster WHERE board = ? AND id NOT IN (SELECT cluster FROM note WHERE cluster IS NOT NULL)", board
    ):
        write.delete(Cluster, cluster)


def restyle_notes(doc: Document, notes: Sequence[int], style: str, *, source: object = None) -> None:
    with doc.action("note.restyle", source=source) as write:
        for note in notes:
            write.update(Note, note, style=style)


def remove_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    found = _several(doc, notes)
    if not found:
        return
    with doc.action("note.remove", source=source) as write:
        for note in found:
            write.delete(Note, note.id)
        _drop_empty_clusters(doc, write, found[0].board)


def duplicate_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> list[int]:
    """Copies a little lower and to the right, without dots."""
    found = _several(doc, notes)
    with doc.action("note.duplicate", source=source) as write:
        top = _top(doc, found[0].board) if found else 0
        return [
            write.insert(
                Note, board=note.board, cluster=note.cluster, text=note.text, style=note.style, x=note.x + 24,
                y=note.y + 24, w=note.w, h=note.h, z=top + n, dots=0, at=int(doc.now()),
            )
            for n, note in enumerate(found, 1)
        ]  # fmt: skip


def add_dots(doc: Document, notes: Sequence[int], change: int, *, source: object = None) -> None:
    """Dots called out by the room, more or fewer; never below none."""
    with doc.action("note.dots", merge=f"dots:{sorted(notes)}", source=source) as write:
        for note in _several(doc, notes):
            write.update(Note, note.id, dots=max(0, note.dots + change))


def send_notes(doc: Document, notes: Sequence[int], board: int, *, source: object = None) -> None:
    """To free places of another board, out of their clusters."""
    found = places.reading_order(note for note in _several(doc, notes) if note.board != board)
    if not found:
        return
    spots = _free_spots(doc, board, START_AREA, len(found))
    with doc.action("note.send", source=source) as write:
        top = _top(doc, board)
        for n, (note, (x, y)) in enumerate(zip(found, spots, strict=True), 1):
            write.update(Note, note.id, board=board, cluster=None, x=x, y=y, z=top + n)
        _drop_empty_clusters(doc, write, found[0].board)


def raise_notes(doc: Document, notes: Sequence[int], *, source: object = None) -> None:
    """On top of the others."""
    found = sorted(_several(doc, notes), key=lambda note: note.z)
    if not found:
        return
    with doc.action("note.raise", source=source) as write:
        top = _top(doc, found[0].board)
        for n, note in enumerate(found, 1):
            write.update(Note, note.id, z=top + n)


def group_notes(doc: Document, notes: Sequence[int], name: str, *, source: object = None) -> int | None:
    """A named cluster of these notes, gathered into a grid where their top left one lies; its id."""
    found = places.reading_order(_several(doc, notes))
    if not found:
        return None
    left, top = min(note.x for note in found), min(note.y for note in found)
    columns = max(2, min(4, round(len(found) ** 0.5 + 0.4)))
    spots = places.grid_spots(left, top, len(found), columns)
    with doc.action("cluster.add", source=source) as write:
        cluster = write.insert(Cluster, board=found[0].board, name=name.strip())
        for note, (x, y) in zip(found, spots, strict=True):
            write.update(Note, note.id, cluster=cluster, x=x, y=y)
        _drop_empty_clusters(doc, write, found[0].board)
        _make_room(doc, write, found[0].board, cluster)
    return cluster


def _make_room(doc: Document, write: Writer, board: int, cluster: int) -> None:
    """Notes and clusters that the new cluster's frame would cover go down below it, so that nothing is hidden."""
    notes = notes_on(doc, board)
    frame = cluster_boxes(notes)[cluster]
    frames = {other: box for other, box in cluster_boxes(notes).items() if other != cluster and box.overlaps(frame)}
    for note in notes:
        in_covered = note.cluster in frames
        covered = note.cluster is None and places.box_of(note).overlaps(frame)
        if in_covered or covered:
            top = frames[note.cluster].y if in_covered and note.cluster is not None else note.y
            write.update(Note, note.id, y=note.y + frame.bottom + 24 - top)


def rename_cluster(doc: Document, cluster: int, name: str, *, source: object = None) -> None:
    with doc.action("cluster.rename", source=source) as write:
        write.update(Cluster, cluster, name=name.strip())


def ungroup(doc: Document, cluster: int, *, source: object = None) -> None:
    """The frame goes, its notes stay where they are."""
    with doc.action("cluster.remove", source=source) as write:
        write.delete(Cluster, cluster)


def tidy_up(doc: Document, board: int, *, source: object = None) -> None:
    """Everything on a grid in reading order: clusters first, side by side, then the loose notes. Regions keep theirs."""
    notes = notes_on(doc, board)
    regions = doc.rows(Region, "board = ? ORDER BY rank", board)
    if not notes:
        return
    spots = _region_spots(notes, regions) if regions else _cluster_spots(notes)
    with doc.action("board.tidy", source=source) as write:
        for note, (x, y) in spots:
            write.update(Note, note.id, x=x, y=y)


Spot = tuple[Note, tuple[int, int]]


def _region_spots(notes: list[Note], regions: list[Region]) -> list[Spot]:
    found: list[Spot] = []
    for region in regions:
        box = Box(region.x, region.y, region.w, region.h)
        inside = places.reading_order(n for n in notes if box.holds(n.x + n.w / 2, n.y + n.h / 2))
        area = region_area(region)
        columns = max(1, (area.w + places.GAP) // (NOTE_WIDTH + places.GAP))
        found += zip(inside, places.grid_spots(area.x, area.y, len(inside), columns), strict=True)
    return found


def _cluster_spots(notes: list[Note], width: int = 1500) -> list[Spot]:
    found: list[Spot] = []
    x, y, row = 0, 0, 0
    for members in _clusters_in_order(notes):
        columns = max(2, min(4, round(len(members) ** 0.5 + 0.4)))
        wide = columns * (NOTE_WIDTH + places.GAP) + 2 * places.CLUSTER_PAD
        if x and x + wide > width:
            x, y, row = 0, y + row, 0
        found += zip(members, places.grid_spots(x, y, len(members), columns), strict=True)
        x += wide + 12
        lines = -(-len(members) // columns)
        row = max(row, lines * (NOTE_HEIGHT + places.GAP) + places.CLUSTER_PAD + places.CLUSTER_HEAD + 24)
    loose = places.reading_order(note for note in notes if note.cluster is None)
    columns = max(1, width // (NOTE_WIDTH + 2 * places.GAP))
    return found + list(zip(loose, places.grid_spots(0, y + row, len(loose), columns), strict=True))


def _clusters_in_order(notes: list[Note]) -> list[list[Note]]:
    groups: dict[int, list[Note]] = {}
    for note in places.reading_order(notes):
        if note.cluster is not None:
            groups.setdefault(note.cluster, []).append(note)
    frames = cluster_boxes(notes)
    return [groups[cluster] for cluster in sorted(groups, key=lambda c: (frames[c].y // 200, frames[c].x))]
