"""How full a folder is, which modules are too small to stand alone, and that tests mirror the tree."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePosixPath

from tests.architecture.sources import Import, Source, assert_none, house, imports, read

FEWEST, MOST = 3, 25  # modules in a folder, without those of its rooms
SMALL = 30  # lines; a module below that which only one other imports is part of that one
# Folders of tests that mirror no room: what they test goes through all of them.
ACROSS = ("architecture", "bench", "faults", "mutation", "properties", "set_up")

ONE_FILE_EACH = "one file a room or a sign, so that the table shows what there is"
# Small modules with one importer -> why they stand alone.
ALONE: dict[str, str] = {
    "mission_desk.decoding.regular_file": "part of ui.parts.pictures.picture_reading soon",
    "mission_desk.posters.kinds.ballots_from_rows": "reads a workshop; the sheets beside it know none",
    "mission_desk.posters.pdf.picture_ink": "part of posters.kinds.note_ink soon",
    "mission_desk.ui.command_table.agenda": ONE_FILE_EACH,
    "mission_desk.ui.command_table.posters": ONE_FILE_EACH,
    "mission_desk.ui.command_table.priorities": ONE_FILE_EACH,
    "mission_desk.ui.command_table.vote": ONE_FILE_EACH,
    "mission_desk.ui.parts.days.day_order": "asks Qt for the country; ui.parts.dates beside it knows no Qt",
}


def modules(sources: tuple[Source, ...]) -> list[Source]:
    return [source for source in sources if not source.path.endswith("__init__.py")]


def folder_of(source: Source) -> str:
    return PurePosixPath(source.path).parent.as_posix()


def badly_filled(sources: tuple[Source, ...]) -> list[str]:
    counts = Counter(folder_of(source) for source in modules(sources))
    return [f"{folder}: {count} modules" for folder, count in counts.items() if not FEWEST <= count <= MOST]


def small_and_alone(sources: tuple[Source, ...], imported: list[Import]) -> dict[str, str]:
    """Small modules with one importer -> that importer."""
    importers: dict[str, set[str]] = defaultdict(set)
    for each in imported:
        importers[each.target].add(each.source.module)
    small = [source.module for source in modules(sources) if source.text.count("\n") < SMALL]
    return {module: next(iter(importers[module])) for module in small if len(importers[module]) == 1}


def misplaced(tests: tuple[Source, ...], rooms: set[str]) -> list[str]:
    """Files of tests in a folder that is no room of the program."""
    return [
        test.path
        for test in tests
        if (folder := folder_of(test).removeprefix("tests").lstrip("/")) not in rooms
        and not folder.startswith(ACROSS)
    ]


def rooms_of(sources: tuple[Source, ...]) -> set[str]:
    return {folder_of(source).removeprefix("mission_desk").lstrip("/") for source in sources}


def files(folder: str, count: int) -> tuple[Source, ...]:
    return tuple(Source(f"mission_desk/{folder}/m{number}.py", "") for number in range(count))


def test_no_folder_is_overfull_or_nearly_empty() -> None:
    assert_none(badly_filled(house()))


def test_a_badly_filled_folder_is_noticed() -> None:
    assert badly_filled(files("core/board", MOST + 1))
    assert badly_filled(files("core/board", FEWEST - 1))
    assert not badly_filled(files("core/board", MOST) + files("core/plan", FEWEST))
    assert not badly_filled((*files("core/plan", FEWEST), Source("mission_desk/core/__init__.py", "")))


def test_a_small_module_with_one_importer_says_why_it_stands_alone() -> None:
    alone = small_and_alone(house(), imports(house()))
    assert_none(f"{module}: only {alone[module]} imports it" for module in alone.keys() - ALONE.keys())


def test_every_small_module_on_the_list_is_still_small_and_alone() -> None:
    assert ALONE.keys() - small_and_alone(house(), imports(house())).keys() == set()


def test_a_small_module_with_one_importer_is_noticed() -> None:
    small, page = Source("mission_desk/a/small.py", "\n" * (SMALL - 1)), Source("mission_desk/a/page.py", "")
    by_page = Import(page, page.tree, "mission_desk.a.small", late=False)  # type: ignore[arg-type]
    by_both = [by_page, Import(small, small.tree, "mission_desk.a.small", late=False)]  # type: ignore[arg-type]
    large = Source("mission_desk/a/small.py", "\n" * SMALL)
    assert small_and_alone((small, page), [by_page]) == {"mission_desk.a.small": "mission_desk.a.page"}
    assert not small_and_alone((small, page), by_both)
    assert not small_and_alone((large, page), [by_page])


def test_tests_mirror_the_tree() -> None:
    assert_none(misplaced(read("tests"), rooms_of(house())))


def test_a_misplaced_test_is_noticed() -> None:
    rooms = {"", "core/board"}
    assert misplaced((Source("tests/core/notes/test_a.py", ""),), rooms)
    assert not misplaced(
        (Source("tests/core/board/test_a.py", ""), Source("tests/faults/test_a.py", "")), rooms
    )
    assert not misplaced((Source("tests/conftest.py", ""),), rooms)
