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
    # A dataclass takes half a millisecond of the start, a msgspec.Struct a sixtieth of that.
    "dataclasses": (),
    # Offline is a promise: nobody opens a connection.
    "socket": (),
    "http": (),
    "urllib.request": (),
    "ftplib": (),
    "smtplib": (),
    "asyncio": (),
}


# Imports that wait until they are needed: (module, what it imports) -> what the wait saves (milliseconds of a
# fresh process on two slow cores), and whom.
COMMAND = "200 ms for all commands together on the way to the first window"
POPUP = "2 or 3 ms each on the way to the first window, and many days open none of them"
LATE_IMPORTS = {
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.scene.page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.board.page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.statement.page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.vote.page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.plan.priorities_page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.plan.roadmap_page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.posters.page",
    ): "10 to 40 ms each on the way to the first window",
    (
        "mission_desk.ui.desk.pages",
        "mission_desk.ui.plan.review_page",
    ): "10 to 40 ms each on the way to the first window",
    ("mission_desk.ui.backstage.sleep_inhibitor", "PySide6.QtDBus"): "80 ms, and only where there is a bus",
    ("mission_desk.ui.backstage.sleep_inhibitor", "ctypes"): "known on Windows only",
    ("mission_desk.ui.app.confinement", "resource"): "unknown on Windows",
    (
        "mission_desk.ui.desk.stage_control",
        "mission_desk.ui.backstage.on_stage",
    ): "50 ms on the way to the first window",
    (
        "mission_desk.ui.desk.stage_control",
        "mission_desk.ui.backstage.question",
    ): "only those with two screens are asked, once",
    (
        "mission_desk.ui.posters.page",
        "mission_desk.ui.posters.workroom",
    ): "150 ms on the way to the first window",
    (
        "mission_desk.ui.desk.desk",
        "mission_desk.ui.desk.preferences_window",
    ): "nobody needs it on the way to the desk",
    (
        "mission_desk.ui.vote.ballot_printing",
        "mission_desk.posters.kinds.ballot_sheets",
    ): "90 ms on the way to the vote page for who prints no ballots",
    (
        "mission_desk.ui.vote.ballot_printing",
        "mission_desk.posters.kinds.ballots_from_rows",
    ): "90 ms on the way to the vote page for who prints no ballots",
    (
        "mission_desk.ui.vote.ballot_printing",
        "mission_desk.posters.sheets.paper",
    ): "90 ms on the way to the vote page for who prints no ballots",
    (
        "mission_desk.ui.desk.stage_control",
        "mission_desk.core.stage.stage",
    ): "40 ms on the way to the first window",
    (
        "mission_desk.ui.board.alike.matching",
        "mission_desk.language.likeness.similarity",
    ): "15 ms on the way to the first board",
    ("mission_desk.ui.board.alike.matching", "mission_desk.language.likeness.groups"): "with the line above",
    ("mission_desk.ui.board.board_setup", "mission_desk.ui.board.setup_panel"): "5 ms, and 8 to build it",
    (
        "mission_desk.ui.board.board_setup",
        "mission_desk.core.board.board_plans",
    ): "5 ms on the way to the first board",
    (
        "mission_desk.ui.board.writing.picture_intake",
        "mission_desk.ui.parts.pictures.picture_reading",
    ): "7 ms, as above",
    (
        "mission_desk.ui.parts.pictures.picture_copies",
        "mission_desk.ui.parts.pictures.picture_reading",
    ): "with the line above",
    ("mission_desk.core.vote.polls", "mission_desk.tally.rules"): "9 ms on the way to the first window",
    (
        "mission_desk.core.statement.sensing",
        "mission_desk.language.sensor.sensor",
    ): "25 ms on the way to the first board",
    ("mission_desk.ui.app.program", "mission_desk.core.whole.sample"): "10 ms where no sample is opened",
    ("mission_desk.core.file.opening", "sqlite_utils"): "85 ms on the way to the first window",
    (
        "mission_desk.ui.agenda.outlining",
        "mission_desk.core.whole.saving_methods",
    ): "9 ms of methods and their TOML on the way to the first window",
    ("mission_desk.ui.app.program", "mission_desk.core.plan.editions"): "with the line above",
    ("mission_desk.ui.app.program", "mission_desk.core.whole.mending"): "with the line above",
    ("mission_desk.ui.app.program", "mission_desk.core.agenda.methods"): "with the line above",
    ("mission_desk.ui.app.program", "mission_desk.core.whole.starting"): "with the line above",
    ("mission_desk.ui.app.program", "mission_desk.ui.welcome.window"): "5 ms where a file is opened",
    (
        "mission_desk.ui.app.program",
        "mission_desk.ui.app.single",
    ): "6 ms of sockets on the way to the first window",
    ("mission_desk.ui.desk.desk", "mission_desk.ui.palette"): POPUP,
    ("mission_desk.ui.board.commands.colour_commands", "mission_desk.ui.palette"): POPUP,
    ("mission_desk.ui.board.board_setup", "mission_desk.ui.palette"): POPUP,
    ("mission_desk.ui.board.filter.filter_controller", "mission_desk.ui.board.filter.filter_card"): POPUP,
    ("mission_desk.ui.board.canvas_or_list", "mission_desk.ui.board.list.list_view"): POPUP,
    ("mission_desk.ui.agenda.rail", "mission_desk.ui.agenda.step_editor"): POPUP,
    ("mission_desk.ui.app.program_log", "logging.handlers"): "6 ms of sockets on the way to the first window",
    ("mission_desk.words", "tomllib"): "5 ms for a screen in English",
    ("mission_desk.grammar", "tomllib"): "5 ms for a command that writes no number, day or list",
    ("mission_desk.cli.commands", "mission_desk.cli.telling"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.making"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.drawing"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.printing"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.sense"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.tally"): COMMAND,
    ("mission_desk.cli.commands", "mission_desk.cli.window"): COMMAND,
    ("mission_desk.cli.printing", "mission_desk.posters.write"): "90 ms on the way to --help",
    (
        "mission_desk.cli.window",
        "mission_desk.ui.app.app",
    ): "230 ms and Qt for every command without a window",
    (
        "mission_desk.cli.group",
        "mission_desk.ui.app.selftest",
    ): "340 ms and Qt for every command without a window",
    ("mission_desk.cli.drawing", "mission_desk.ui.app.draw_svg"): "230 ms and Qt on the way to --help",
    ("mission_desk.cli.drawing", "mission_desk.ui.app.tour"): "340 ms and Qt on the way to --help",
}


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


def test_every_late_import_on_the_list_is_still_there() -> None:
    there = {(each.source.module, each.target) for each in imports(house()) if each.late}
    assert set(LATE_IMPORTS) - there == set()


def test_no_module_needs_itself() -> None:
    assert_none(cycles(imports(house())))


def test_a_cycle_is_noticed() -> None:
    boards = "from mission_desk.core import notes"
    assert cycles(
        made_up(core_boards=boards, core_notes="from . import clusters", core_clusters="from . import boards")
    )
    assert not cycles(made_up(core_boards=boards, core_notes="import json"))
