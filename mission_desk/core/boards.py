"""What can be done with notes and clusters. Every function is one action of the user's, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mission_desk.core import covering, places, regions
from mission_desk.core.document import Document
from mission_desk.core.errors import KnownError
from mission_desk.core.places import Box
from mission_desk.core.rows import NOTE_HEIGHT, NOTE_WIDTH, Board, Cluster, Note, Region
from mission_desk.core.writer import Writer, storable
from mission_desk.words import figure, tr

NOTE_LIMIT = 2_000  # characters; a longer text belongs into a document, not on a wall
PASTE_LIMIT = 2_000  # notes in one paste
START_AREA = Box(0, 0, 6 * (NOTE_WIDTH + places.GAP), 4 * (NOTE_HEIGHT + places.GAP))


def board_by_key(doc: Document, key: str) -> Board:
    found = doc.rows(Board, "key = ?", key)
    if not found:
        known = ", ".join(board.key for board in boards(doc))
        raise KnownError(
            tr("There is no board “{key}” in this workshop. There are: {known}.", key=key, known=known)
        )
    return found[0]


def boards(doc: Document) -> list[Board]:
    return doc.rows(Board, "1 ORDER BY rank, id")


def notes_on(doc: Document, board: int) -> list[Note]:
    """In drawing order: what lies on top comes last."""
    return doc.rows(Note, "board = ? ORDER BY z, id", board)


def note_counts(doc: Document) -> dict[int, int]:
    """Board -> how many notes it has; empty boards are left out."""
    return dict(doc.records("SELECT board, count(*) FROM note GROUP BY board"))


def clusters_on(doc: Document, board: int) -> list[Cluster]:
    return doc.rows(Cluster, "board = ? ORDER BY id", board)


def cluster_boxes(notes: Iterable[Note]) -> dict[int, Box]:
    """The frame of every cluster that has notes."""
    members: dict[int, list[Note]] = {}
    for note in notes:
        if note.cluster is not None:
            members.setdefault(note.cluster, []).append(note)
    return {cluster: box for cluster, found in members.items() if (box := places.cluster_box(found))}


def too_long(length: int, limit: int = NOTE_LIMIT) -> str:
    """What is said of a text that is more than a note holds."""
    return tr(
        "That is {n} characters; a note holds {limit}. "
        "Nothing was added, and the text is still in the clipboard.",
        n=figure(length),
        limit=figure(limit),
    )


def checked_text(text: str) -> str:
    """The text of one note, stripped; KnownError where it is more than a note holds."""
    text = storable(text).strip()
    if len(text) > NOTE_LIMIT:
        raise KnownError(too_long(len(text)))
    return text


def add_notes(
    doc: Document,
    board: int,
    texts: Sequence[str],
    style: str,
    *,
    area: Box = START_AREA,
    at: tuple[int, int] | None = None,
    region: Region | None = None,
    cluster: int | None = None,
    height: Callable[[str], int] = lambda _text: NOTE_HEIGHT,
    source: object = None,
) -> list[int]:
    """New notes in free places of `area`, of a `region` (which grows when it is full), or one at `at`, its
    top left corner; returns their ids. `height` says how many units a text needs: who draws it knows."""
    wanted = [text for text in map(checked_text, texts) if text]
    if not wanted:
        return []
    if len(wanted) > PASTE_LIMIT:
        raise KnownError(
            tr(
                "That would be {n} notes; one paste holds {limit}.",
                n=figure(len(wanted)),
                limit=figure(PASTE_LIMIT),
            )
        )
    highest = max(map(height, wanted))
    if at and len(wanted) == 1:
        spots = [at]
    elif region is not None:
        spots = regions.spots_in(region, notes_on(doc, board), len(wanted), highest)
    else:
        spots = _free_spots(doc, board, area, len(wanted), highest)
    now, covered = int(doc.now()), int(covering.writes_blind(doc, board))
    with doc.action("note.add", source=source) as write:
        if region is not None:
            regions.grow(doc, write, region, spots, highest)
        top = _top(doc, board)
        return [
            write.insert(
                Note, board=board, cluster=cluster, text=text, style=style,
                x=x, y=y, w=NOTE_WIDTH, h=height(text), z=top + n, dots=0, at=now, covered=covered,
            )
            for n, (text, (x, y)) in enumerate(zip(wanted, spots, strict=True), 1)
        ]  # fmt: skip


def _free_spots(doc: Document, board: int, area: Box, count: int, h: int) -> list[tuple[int, int]]:
    notes = notes_on(doc, board)
    fields = map(regions.box_of, regions.regions_on(doc, board))  # a note over a title hides the question
    taken = [*map(places.box_of, notes), *cluster_boxes(notes).values(), *fields]
    return places.free_spots(taken, area, count, h=h)


def _top(doc: Document, board: int) -> int:
    return int(doc.value("SELECT coalesce(max(z), 0) FROM note WHERE board = ?", board))


def edit_note(doc: Document, note: int, text: str, *, h: int | None = None, source: object = None) -> None:
    """A new wording, and the height `h` it needs; an emptied note is removed."""
    text = checked_text(text)
    if not text:
        remove_notes(doc, [note], source=source)
        return
    with doc.action("note.edit", source=source) as write:
        write.update(Note, note, text=text, h=h or doc.row(Note, note).h)


def move_notes(doc: Document, notes: Sequence[int], dx: int, dy: int, *, source: object = None) -> None:
    """Move notes; dropped into another cluster's frame they join it, dragged out of their own they leave
    it."""
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
        "SELECT id FROM cluster WHERE board = ? "
        "AND id NOT IN (SELECT cluster FROM note WHERE cluster IS NOT NULL)",
        board,
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
                covered=note.covered,
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
    spots = _free_spots(doc, board, START_AREA, len(found), max(note.h for note in found))
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
    top = regions.below_title(doc, found[0].board, left, top, places.CLUSTER_HEAD)
    spots = places.grid_spots(left, top, [note.h for note in found], places.columns_of(len(found)))
    with doc.action("cluster.add", source=source) as write:
        cluster = write.insert(Cluster, board=found[0].board, name=name.strip())
        for note, (x, y) in zip(found, spots, strict=True):
            write.update(Note, note.id, cluster=cluster, x=x, y=y)
        _drop_empty_clusters(doc, write, found[0].board)
        make_room(doc, write, found[0].board, cluster)
    return cluster


def make_room(doc: Document, write: Writer, board: int, cluster: int) -> None:
    """Notes and clusters that the new cluster's frame would cover go down to the first free place below
    it."""
    blocks = _blocks(notes_on(doc, board))
    frame = next(box for box, members in blocks if members[0].cluster == cluster)
    others = [block for block in blocks if block[1][0].cluster != cluster]
    covered = [block for block in others if block[0].overlaps(frame)]
    settled = [frame, *(box for box, _ in others if not box.overlaps(frame))]
    for box, members in sorted(covered, key=lambda block: (block[0].y, block[0].x)):
        place = places.below(box, frame.bottom + 24, settled)
        settled.append(place)
        for note in members:
            write.update(Note, note.id, y=note.y + place.y - box.y)


def join_cluster(doc: Document, notes: Sequence[int], cluster: int, *, source: object = None) -> None:
    """Into free places of a cluster of the same board, out of their own; they cover nothing."""
    with doc.action("cluster.join", source=source) as write:
        join_inside(doc, write, _several(doc, notes), doc.row(Cluster, cluster))


def merge_clusters(doc: Document, clusters: Iterable[int], *, source: object = None) -> int | None:
    """One cluster of several: the largest takes the others' notes and keeps its name; its id. Nothing
    happens with fewer than two."""
    members = {cluster: doc.rows(Note, "cluster = ?", cluster) for cluster in sorted(clusters)}
    if len(members) < 2:
        return None
    largest = max(members, key=lambda cluster: (len(members[cluster]), -cluster))
    coming = [note for cluster, notes in members.items() if cluster != largest for note in notes]
    with doc.action("cluster.merge", source=source) as write:
        join_inside(doc, write, coming, doc.row(Cluster, largest))
    return largest


def join_inside(doc: Document, write: Writer, notes: Iterable[Note], cluster: Cluster) -> None:
    """Part of an action: notes into free places of a cluster of their board, out of their own."""
    inside = doc.rows(Note, "cluster = ?", cluster.id)
    coming = [note for note in notes if note.cluster != cluster.id and note.board == cluster.board]
    coming = places.reading_order(coming)
    if not coming:
        return
    ids = {note.id for note in (*inside, *coming)}
    others = [box for box, _ in _blocks([n for n in notes_on(doc, cluster.board) if n.id not in ids])]
    for note, (x, y) in zip(coming, places.spots_among(inside, coming, others), strict=True):
        write.update(Note, note.id, cluster=cluster.id, x=x, y=y)
    _drop_empty_clusters(doc, write, cluster.board)
    make_room(doc, write, cluster.board, cluster.id)


def _blocks(notes: list[Note]) -> list[tuple[Box, list[Note]]]:
    """What moves as one: every cluster with its frame, every loose note by itself."""
    frames = cluster_boxes(notes)
    found = [(box, [note for note in notes if note.cluster == cluster]) for cluster, box in frames.items()]
    return found + [(places.box_of(note), [note]) for note in notes if note.cluster is None]


def rename_cluster(doc: Document, cluster: int, name: str, *, source: object = None) -> None:
    with doc.action("cluster.rename", source=source) as write:
        write.update(Cluster, cluster, name=name.strip())


def ungroup(doc: Document, cluster: int, *, source: object = None) -> None:
    """The frame goes, its notes stay where they are."""
    with doc.action("cluster.remove", source=source) as write:
        write.delete(Cluster, cluster)
