"""Who may know whom. The pictures are in ARCHITECTURE.md; these are its sentences that run."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from tests.architecture.sources import Import, Source, assert_none, house, imports, is_within

# A room imports from rooms with a smaller number, and from itself.
LEVELS = {
    "paths": 0,
    "grammar": 1,
    "words": 2,
    "written": 3,
    "own_files": 3,
    "language": 4,
    "tally": 4,
    "decoding": 4,
    "core": 5,
    "exchange": 6,
    "posters": 6,
    "ui": 7,
}
TOP = 8  # cli, __main__ and what else stands beside the rooms; these may know each other

# Who touches the file itself. A room that wants something kept asks core.file.document.
SQLITE_MODULES = (
    "mission_desk.core.whole.checkup",
    "mission_desk.core.whole.copies",
    "mission_desk.core.file.document",
    "mission_desk.core.file.entries",
    "mission_desk.core.file.file_watch",
    "mission_desk.core.file.journal",
    "mission_desk.core.file.migrating",
    "mission_desk.core.file.opening",
    "mission_desk.core.file.reads",
    "mission_desk.core.file.rescue",
    "mission_desk.core.file.schema",
    "mission_desk.core.file.schema_changes",
    "mission_desk.core.file.sqlite_errors",
    "mission_desk.core.file.whole_copy",
    "mission_desk.core.file.writer",
)
HOMES = {
    "PySide6": ("mission_desk.ui",),
    "shiboken6": ("mission_desk.ui",),
    "reportlab": ("mission_desk.posters",),
    "uharfbuzz": ("mission_desk.posters",),
    "bidi": ("mission_desk.posters",),
    "PIL": ("mission_desk.decoding",),
    "rapidfuzz": ("mission_desk.language",),
    "sqlite3": SQLITE_MODULES,
    "sqlite_utils": SQLITE_MODULES,
    # Offline is a promise: nobody opens a connection.
    "socket": (),
    "http": (),
    "urllib.request": (),
    "ftplib": (),
    "smtplib": (),
    "asyncio": (),
}


# Imports that wait until they are needed: module -> what it imports, and the milliseconds that this saves:
# the quickest of three fresh processes, on two busy cores, that had loaded the program up to its first
# window (for commands, up to its --help).
LEAST_SAVED = 3
SAVES: dict[str, dict[str, int]] = {
    "mission_desk.ui.desk.pages": {
        "mission_desk.ui.scene.page": 36,
        "mission_desk.ui.board.page": 388,
        "mission_desk.ui.statement.page": 272,
        "mission_desk.ui.vote.page": 291,
        "mission_desk.ui.plan.priorities.page": 36,
        "mission_desk.ui.plan.roadmap.page": 19,
        "mission_desk.ui.plan.review_page": 36,
    },
    "mission_desk.ui.desk.stage_control": {
        "mission_desk.ui.backstage.on_stage": 150,
        "mission_desk.core.stage.stage": 146,
    },
    "mission_desk.ui.posters.page": {
        "mission_desk.ui.posters.workroom": 325,
    },
    "mission_desk.ui.desk.desk": {
        "mission_desk.ui.desk.keys_window": 15,
        "mission_desk.ui.desk.preferences_window": 5,
        "mission_desk.ui.palette": 5,
    },
    "mission_desk.ui.vote.ballot_printing": {
        "mission_desk.posters.kinds.ballot_sheets": 188,
        "mission_desk.posters.kinds.ballots_from_rows": 172,
    },
    "mission_desk.ui.board.alike.matching": {
        "mission_desk.language.likeness.similarity": 11,
        "mission_desk.language.likeness.groups": 30,
    },
    "mission_desk.ui.board.board_setup": {
        "mission_desk.ui.board.setup_panel": 4,
        "mission_desk.core.board.board_plans": 12,
        "mission_desk.ui.palette": 9,
    },
    "mission_desk.ui.board.writing.picture_intake": {
        "mission_desk.ui.parts.pictures.picture_reading": 34,
    },
    "mission_desk.ui.parts.pictures.picture_copies": {
        "mission_desk.ui.parts.pictures.picture_reading": 36,
    },
    "mission_desk.core.vote.polls": {
        "mission_desk.tally.rules": 24,
    },
    "mission_desk.core.statement.sensing": {
        "mission_desk.language.sensor.sensor": 50,
    },
    "mission_desk.ui.app.program": {
        "mission_desk.core.whole.sample": 55,
        "mission_desk.core.plan.editions": 14,
        "mission_desk.core.whole.mending": 12,
        "mission_desk.core.agenda.methods": 7,
        "mission_desk.core.whole.starting": 12,
        "mission_desk.ui.welcome.window": 24,
        "mission_desk.ui.app.single": 11,
    },
    "mission_desk.core.file.opening": {
        "sqlite_utils": 122,
    },
    "mission_desk.ui.agenda.outlining": {
        "mission_desk.core.whole.saving_methods": 8,
    },
    "mission_desk.ui.board.commands.field_commands": {
        "mission_desk.ui.palette": 14,
    },
    "mission_desk.ui.board.commands.colour_commands": {
        "mission_desk.ui.palette": 14,
    },
    "mission_desk.ui.board.canvas_or_list": {
        "mission_desk.ui.board.list.list_view": 24,
    },
    "mission_desk.ui.agenda.rail": {
        "mission_desk.ui.agenda.step_editor": 13,
    },
    "mission_desk.ui.app.program_log": {
        "logging.handlers": 10,
    },
    "mission_desk.cli.commands": {
        "mission_desk.cli.telling": 93,
        "mission_desk.cli.making": 38,
        "mission_desk.cli.printing": 57,
        "mission_desk.cli.sense": 43,
        "mission_desk.cli.tally": 31,
    },
    "mission_desk.cli.printing": {
        "mission_desk.posters.write": 140,
    },
    "mission_desk.cli.window": {
        "mission_desk.ui.app.app": 612,
    },
    "mission_desk.cli.group": {
        "mission_desk.ui.app.selftest": 892,
    },
    "mission_desk.cli.drawing": {
        "mission_desk.ui.app.draw_svg": 348,
        "mission_desk.ui.app.tour": 1044,
    },
}
# Those that save less, and why they wait all the same.
MUST_WAIT = {
    ("mission_desk.ui.backstage.sleep_inhibitor", "PySide6.QtDBus"): "only where there is a bus",
    ("mission_desk.ui.app.confinement", "resource"): "unknown on Windows",
    ("mission_desk.ui.desk.pages", "mission_desk.ui.posters.page"): "with the other pages",
    ("mission_desk.cli.commands", "mission_desk.cli.drawing"): "with the other commands",
    ("mission_desk.cli.commands", "mission_desk.cli.window"): "with the other commands",
}
LATE_IMPORTS = {(module, target) for module, targets in SAVES.items() for target in targets} | set(MUST_WAIT)


def strangers(all_imports: list[Import]) -> list[str]:
    """Packages imported outside the one room that knows them."""
    return [
        str(each)
        for each in all_imports
        for package, homes in HOMES.items()
        if is_within(each.target, package) and not is_within(each.source.module, *homes)
    ]


def upward(all_imports: list[Import]) -> list[str]:
    return [
        str(each)
        for each in all_imports
        if room(each.target) and room(each.source.module) != room(each.target)
        if TOP > level(each.source.module) <= level(each.target)
    ]


def room(module: str) -> str:
    """ "core" for mission_desk.core.board.boards; "" for what is not ours and for the package itself."""
    parts = module.split(".")
    return parts[1] if parts[0] == "mission_desk" and len(parts) > 1 else ""


def level(module: str) -> int:
    return LEVELS.get(room(module), TOP)


def late(all_imports: list[Import]) -> list[str]:
    waiting = [each for each in all_imports if each.late]
    return [str(each) for each in waiting if (each.source.module, each.target) not in LATE_IMPORTS]


def cycles(all_imports: list[Import]) -> list[str]:
    """Type-checking imports count: two modules that name each other's types are one module in two files."""
    graph: dict[str, set[str]] = {}
    for each in all_imports:
        if is_within(each.target, "mission_desk") and each.target != each.source.module:
            graph.setdefault(each.source.module, set()).add(each.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" -> ".join(error.args[1])]
    return []


def made_up(**modules: str) -> list[Import]:
    """Imports of made-up modules: ui_board="import x" is mission_desk/ui/board.py."""
    return imports(
        tuple(Source(f"mission_desk/{name.replace('_', '/')}.py", text) for name, text in modules.items())
    )


def test_each_package_is_known_to_one_room_only() -> None:
    assert_none(strangers(imports(house())))


def test_a_package_in_the_wrong_room_is_noticed() -> None:
    assert strangers(made_up(core_boards="from PySide6.QtCore import Qt"))
    assert strangers(made_up(ui_board_page="from reportlab.pdfgen import canvas"))
    assert strangers(made_up(core_boards="import sqlite3"))
    assert strangers(made_up(exchange_canvas="import urllib.request"))
    assert not strangers(made_up(core_file_journal="import sqlite3", ui_desk="import PySide6.QtGui"))


def test_imports_go_down_only() -> None:
    assert_none(upward(imports(house())))


def test_an_import_that_goes_up_or_sideways_is_noticed() -> None:
    assert upward(made_up(core_boards="from mission_desk.ui import theme"))
    assert upward(made_up(core_boards="from ..posters import paper"))
    assert upward(made_up(posters_page="from mission_desk.exchange import canvas"))
    assert upward(made_up(tally_dots="from mission_desk.core.file.rows import Ballot"))
    assert upward(made_up(ui_desk="import mission_desk.cli"))
    assert not upward(made_up(core_polls="from mission_desk.tally import dots", cli="import mission_desk.ui"))


def test_imports_wait_only_where_the_wait_is_worth_it() -> None:
    assert_none(late(imports(house())))


def test_an_import_inside_a_function_is_noticed() -> None:
    assert late(made_up(core_boards="def tidy():\n    if True:\n        import json"))
    assert late(made_up(core_boards="class Board:\n    def tidy(self):\n        from json import loads"))
    assert not late(made_up(core_boards="import json"))


def test_an_import_that_waits_saves_what_people_notice() -> None:
    assert min(ms for targets in SAVES.values() for ms in targets.values()) >= LEAST_SAVED


def test_every_late_import_on_the_list_is_still_there() -> None:
    there = {(each.source.module, each.target) for each in imports(house()) if each.late}
    assert LATE_IMPORTS - there == set()


def test_no_module_needs_itself() -> None:
    assert_none(cycles(imports(house())))


def test_a_cycle_is_noticed() -> None:
    boards = "from mission_desk.core import notes"
    assert cycles(
        made_up(core_boards=boards, core_notes="from . import clusters", core_clusters="from . import boards")
    )
    assert not cycles(made_up(core_boards=boards, core_notes="import json"))
