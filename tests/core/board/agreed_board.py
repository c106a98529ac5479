"""A board with everything that a board can have, and what each action makes of it: where notes lie, how large
they are, on which layer and in which cluster. That stands in `agreed_board.txt`, one note a line.

python -m tests.core.board.agreed_board   writes it anew, for somebody to look at what has changed"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import (
    arranging,
    board_setup,
    boards,
    clustering,
    duplicating,
    filling,
    moving,
    note_properties,
    pictures,
    regions,
    tidying,
)
from mission_desk.core.board.pictures import Picture
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.whole.starting import start_workshop

AGREED = Path(__file__).with_name("agreed_board.txt")
LOOSE, FIRST, SECOND, TALL = [1, 2, 3], [4, 5, 6], [7, 8], 9
PILE = [10, 11, 12, 13, 14]
WALL, FIELDS = "think-big", "customers"
NOTES, CLUSTERS, FIELD_IDS = 21, 3, 9  # the last ids of the board as it is


def height(text: str, width: int) -> int:
    return 60 + 20 * (len(text) * 10 // width)


def built(path: Path) -> Document:
    """Loose notes, two clusters, a tall note, a locked one, a pile; and a board with fields."""
    doc = start_workshop(path, method("find-our-mission"), "en", lambda: 1_795_000_000.0)
    wall, fields = (boards.board_by_key(doc, key).id for key in (WALL, FIELDS))
    boards.add_notes(doc, wall, [f"note {n}" for n in range(9)], "ideator")
    for n, place in enumerate(((40, 900), (70, 930), (400, 960), (700, 890), (1010, 1200))):
        boards.add_notes(doc, wall, [f"pile {n}"], "heart", at=place)
    clustering.group_notes(doc, FIRST, "First")
    clustering.group_notes(doc, SECOND, "Second")
    note_properties.resize_notes(doc, {TALL: Box(*corner(doc, TALL), 260, 330)}, height)
    for region in regions.regions_on(doc, fields)[:2]:
        boards.add_notes(doc, fields, ["in a field", "in it too", "and this"], "customers", region=region)
    boards.add_notes(doc, fields, ["far away"], "heart", at=(4000, 3000))
    clustering.group_notes(doc, [15, 16], "Of a field")
    doc.barrier("built")
    return doc


def corner(doc: Document, note: int) -> tuple[int, int]:
    row = doc.row(Note, note)
    return row.x, row.y


def cluster_of(doc: Document, note: int) -> int:
    return doc.row(Note, note).cluster or 0


def lock_some(doc: Document) -> None:
    note_properties.lock_notes(doc, [1, 13], True)
    tidying.tidy_up(doc, doc.row(Note, 1).board)


def folded(doc: Document, then: Callable[[Document], object]) -> None:
    clustering.fold_clusters(doc, [cluster_of(doc, FIRST[0])], True)
    then(doc)


def wall_of(doc: Document) -> int:
    return boards.board_by_key(doc, WALL).id


def fields_of(doc: Document) -> int:
    return boards.board_by_key(doc, FIELDS).id


def picture(width: int, high: int) -> Picture:
    return Picture("png", width, high, bytes([width % 250, high % 250]))


def unfold_after_a_move(doc: Document) -> None:
    moving.move_notes(doc, PILE[:1], *(a - b for a, b in zip(corner(doc, 6), corner(doc, 10), strict=True)))
    clustering.fold_clusters(doc, [cluster_of(doc, FIRST[0])], False)


def drop_into(doc: Document) -> None:
    x, y = corner(doc, FIRST[0])
    left, top = corner(doc, 2)
    moving.move_notes(doc, [2], x - left + 30, y - top + 20)


ACTIONS: dict[str, Callable[[Document], object]] = {
    "as it is": lambda _doc: None,
    "tidy": lambda doc: tidying.tidy_up(doc, wall_of(doc)),
    "tidy fields": lambda doc: tidying.tidy_up(doc, fields_of(doc)),
    "tidy around what is locked": lock_some,
    "tidy folded": lambda doc: folded(doc, lambda doc: tidying.tidy_up(doc, wall_of(doc))),
    "grid": lambda doc: arranging.grid_notes(doc, [*PILE, *FIRST, TALL]),
    "grid in fields": lambda doc: arranging.grid_notes(doc, list(range(15, 22))),
    "stack": lambda doc: arranging.stack_notes(doc, [*PILE, *SECOND, 1]),
    "align left": lambda doc: arranging.align_notes(doc, [*PILE, *FIRST], "left"),
    "align middle": lambda doc: arranging.align_notes(doc, [*PILE, TALL], "middle"),
    "align bottom": lambda doc: arranging.align_notes(doc, PILE, "bottom"),
    "distribute across": lambda doc: arranging.distribute_notes(doc, PILE, "across"),
    "distribute down": lambda doc: arranging.distribute_notes(doc, PILE, "down"),
    "move into a cluster": drop_into,
    "move out of a cluster": lambda doc: moving.move_notes(doc, FIRST[:1], 2000, 900),
    "move a folded cluster": lambda doc: folded(doc, lambda doc: moving.move_notes(doc, FIRST, 300, 200)),
    "unfold over a note": lambda doc: folded(doc, unfold_after_a_move),
    "send": lambda doc: moving.send_notes(doc, [*LOOSE, *FIRST, TALL], fields_of(doc)),
    "send a part": lambda doc: moving.send_notes(doc, [*FIRST[:2], *PILE], fields_of(doc)),
    "raise": lambda doc: moving.raise_notes(doc, [3, 1]),
    "lower": lambda doc: moving.lower_notes(doc, [14, 12]),
    "duplicate": lambda doc: duplicating.duplicate_notes(doc, [*FIRST, SECOND[0], *PILE[:2]]),
    "copy": lambda doc: duplicating.copy_notes(doc, [*FIRST, TALL, 10], fields_of(doc)),
    "group": lambda doc: clustering.group_notes(doc, [*PILE, TALL, 1], "Third"),
    "split": lambda doc: clustering.split_cluster(doc, FIRST[:2], "Apart"),
    "join": lambda doc: clustering.join_cluster(doc, [*LOOSE, TALL], cluster_of(doc, FIRST[0])),
    "merge": lambda doc: clustering.merge_clusters(doc, [cluster_of(doc, n) for n in (4, 7)]),
    "leave": lambda doc: clustering.leave_cluster(doc, [FIRST[0], SECOND[0]]),
    "ungroup": lambda doc: clustering.ungroup(doc, cluster_of(doc, FIRST[0])),
    "add": lambda doc: boards.add_notes(doc, wall_of(doc), ["new", "newer", "newest"], "analyst"),
    "add into a field": lambda doc: boards.add_notes(
        doc, fields_of(doc), [f"new {n}" for n in range(12)], "heart",
        region=regions.regions_on(doc, fields_of(doc))[0],
    ),
    "pictures": lambda doc: pictures.add_pictures(
        doc, wall_of(doc), [picture(800, 600), picture(200, 900), picture(3000, 20)], "makers"
    ),
    "pictures in a field": lambda doc: pictures.add_pictures(
        doc, fields_of(doc), [picture(800, 600)], "makers", region=regions.regions_on(doc, fields_of(doc))[1]
    ),
    "fill": lambda doc: filling.fill_notes(doc, [*PILE, TALL], ["x" * n * 9 for n in range(1, 9)], height),
    "stretch": lambda doc: note_properties.stretch_notes(doc, [TALL, 10], 40, -30, height),
    "fit": lambda doc: note_properties.fit_notes(doc, [TALL, 10], height),
    "edit": lambda doc: boards.edit_note(doc, TALL, "long", h=400),
    "fields": lambda doc: [board_setup.add_field(doc, wall_of(doc)) for _ in range(5)],
    "one more field": lambda doc: board_setup.add_field(doc, fields_of(doc)),
}  # fmt: skip


def state(doc: Document) -> list[str]:
    """Every note and field of both boards. What came with an action has a number of its own, with a plus: the
    ids go on counting after Undo."""
    keys = {board.id: board.key for board in boards.boards(doc)}
    notes = doc.rows(Note, "1 ORDER BY id")
    clusters = numbered([note.cluster for note in notes if note.cluster], CLUSTERS)
    ids = numbered([note.id for note in notes], NOTES)
    lines = [
        f"{ids[note.id]} {keys[note.board]} {note.x} {note.y} {note.w} {note.h} {note.z} "
        f"{clusters.get(note.cluster or 0, '-')}{' locked' * note.locked}{' sized' * note.sized}"
        for note in notes
    ]
    fields = [field for board in (wall_of(doc), fields_of(doc)) for field in regions.regions_on(doc, board)]
    names = numbered([field.id for field in fields], FIELD_IDS)
    return lines + [f"field {names[each.id]} {each.x} {each.y} {each.w} {each.h}" for each in fields]


def numbered(ids: list[int], last: int) -> dict[int, str]:
    fresh = sorted({each for each in ids if each > last})
    return {each: f"+{fresh.index(each) + 1}" if each > last else str(each) for each in ids}


def changed(doc: Document, before: list[str], action: Callable[[Document], object]) -> list[str]:
    """What stands otherwise after the action, which is undone again."""
    action(doc)
    after = state(doc)
    while doc.undo():
        pass
    return [line for line in after if line not in before]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        doc = built(Path(folder) / "day.mission")
        before = state(doc)
        blocks = []
        for name, action in ACTIONS.items():
            lines = before if name == "as it is" else changed(doc, before, action)
            blocks.append("\n".join([f"[{name}]", *lines]))
        doc.close()
    AGREED.write_text("\n".join(blocks) + "\n", "utf-8")


if __name__ == "__main__":
    main()
