"""Rooms within rooms: which of them may know which."""

from __future__ import annotations

from tests.architecture.sources import Import, Source, assert_none, house, imports

# Rooms of a folder from low to high. A room knows itself and those above it in this table, never one below
# it, and never one beside it. A name may be a room or a module; "*" is every module of the folder that is
# not named.
STEPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "mission_desk.core": (
        ("file",),
        ("room",),
        ("agenda",),
        ("board",),
        ("statement",),
        ("plan",),
        ("vote",),
        ("stage",),
        ("whole",),
    ),
    "mission_desk.language": (
        ("tags", "tokens", "word_files"),
        ("rules",),
        ("likeness",),
        ("statement",),
        ("sensor",),
        ("*",),
    ),
    "mission_desk.posters": (("contents",), ("pdf",), ("setting",), ("sheets",), ("kinds",), ("*",)),
    "mission_desk.ui": (
        ("look",),
        ("parts",),
        ("command_table", "preference_table", "settings"),
        ("*",),
        ("agenda", "board", "plan", "posters", "scene", "stage", "statement", "vote", "welcome"),
        ("backstage",),
        ("desk",),
        ("app",),
    ),
    "mission_desk.ui.parts": (("keys",), ("*",), ("days", "pictures", "sensed")),
    "mission_desk.ui.board": (
        ("camera", "colour_dot", "model", "note_grid", "note_words"),
        ("gestures",),
        ("canvas",),
        ("filter", "list", "writing"),
        ("side",),
        ("alike", "commands"),
        ("*",),
    ),
    "mission_desk.ui.plan": (("state_words",), ("priorities", "roadmap"), ("*",)),
    "mission_desk.ui.plan.roadmap": (
        ("cells", "columns", "ink", "lines", "narrowing", "ring", "sign_words"),
        ("timeline",),
        ("*",),
    ),
    "mission_desk.ui.statement": (("editor",), ("side", "workbench"), ("*",)),
    "mission_desk.ui.vote": (
        ("asked", "poll_terms"),
        ("entry", "result", "setup"),
        ("booth",),
        ("*",),
    ),
    "mission_desk.ui.stage": (("motion",), ("layout",), ("board", "bodies"), ("*",)),
}


def part(module: str, folder: str) -> str:
    """The room or module of `folder` that `module` is or stands in; "" outside of it."""
    return module.removeprefix(f"{folder}.").split(".")[0] if module.startswith(f"{folder}.") else ""


def step(name: str, folder: str) -> int | None:
    """None where the table does not say where it stands."""
    steps = STEPS[folder]
    named = next((place for place, names in enumerate(steps) if name in names), None)
    is_room = any(source.module.startswith(f"{folder}.{name}.") for source in house())
    return named if named is not None or is_room or ("*",) not in steps else steps.index(("*",))


def wrong_way(each: Import, folder: str) -> bool:
    here, there = part(each.source.module, folder), part(each.target, folder)
    if not here or not there or here == there:
        return False
    above, below = step(here, folder), step(there, folder)
    if above is None or below is None or below > above:
        return True
    modules = {f"{folder}.{here}", f"{folder}.{there}"} <= {each.source.module, each.target}
    return below == above and not modules


def offences(imported: list[Import]) -> list[str]:
    return [str(each) for each in imported if any(wrong_way(each, folder) for folder in STEPS)]


def made_up(module: str, text: str) -> list[Import]:
    return imports((Source(f"mission_desk/{module.replace('.', '/')}.py", text),))


def test_rooms_know_only_those_below_them() -> None:
    assert_none(offences(imports(house())))


def test_an_import_between_rooms_that_goes_up_is_noticed() -> None:
    assert offences(made_up("core.board.boards", "from mission_desk.core.vote import polls"))
    assert offences(
        made_up("core.agenda.method", "from mission_desk.core.whole.starting import start_workshop")
    )
    assert offences(made_up("language.likeness.groups", "from mission_desk.language.sensor import lexicon"))
    assert offences(made_up("posters.pdf.page", "from mission_desk.posters.sheets import paper"))
    assert offences(made_up("ui.look.theme", "from mission_desk.ui.parts.labels import label"))
    assert offences(made_up("ui.vote.side", "from mission_desk.ui.desk.desk import Desk"))
    assert offences(made_up("ui.board.gestures.mouse", "from mission_desk.ui.board.canvas import painter"))
    assert offences(made_up("ui.board.canvas.canvas", "from mission_desk.ui.board import page"))
    assert not offences(made_up("core.vote.polls", "from mission_desk.core.board import boards"))
    assert not offences(
        made_up("ui.board.canvas.sight", "from mission_desk.ui.board.model import BoardModel")
    )
    assert not offences(made_up("ui.app.program", "from mission_desk.ui.desk.desk import Desk"))


def test_an_import_from_the_room_beside_is_noticed() -> None:
    assert offences(made_up("ui.board.list.list_view", "from mission_desk.ui.board.writing import capture"))
    assert offences(made_up("ui.vote.page", "from mission_desk.ui.statement import page"))
    assert offences(made_up("ui.stage.bodies.signs", "from mission_desk.ui.stage.board import shelves"))
    assert not offences(made_up("ui.board.tabs", "from mission_desk.ui.board import tools"))
    assert not offences(
        made_up("ui.board.list.list_view", "from mission_desk.ui.board.list import row_order")
    )


def test_every_room_has_its_step() -> None:
    rooms = {(folder, part(source.module, folder)) for source in house() for folder in STEPS}
    assert_none(f"{folder}.{name}" for folder, name in rooms if name and step(name, folder) is None)


def test_every_step_is_still_there() -> None:
    there = {(folder, part(source.module, folder)) for source in house() for folder in STEPS}
    named = {(folder, name) for folder, steps in STEPS.items() for names in steps for name in names}
    assert {(folder, name) for folder, name in named - there if name != "*"} == set()
