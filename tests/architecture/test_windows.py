"""Windows have one owner (ui/windows.py), and screens are names (ui/screens.py)."""

from __future__ import annotations

import ast

from tests.architecture.sources import Source, assert_none, house

# These lists also hold windows that are being destroyed, and those of others.
ALL_OF_THEM = {
    "allWidgets", "allWindows", "topLevelWidgets", "topLevelWindows", "topLevelAt", "widgetAt",
    "activeWindow", "activeModalWidget", "activePopupWidget", "closeAllWindows",
}  # fmt: skip
SCREENS = ("mission_desk/ui/screens.py",)
A_SCREEN = {"QScreen", "primaryScreen", "screenAt", "setScreen", "screenAdded", "screenRemoved"}
WINDOW_CLASSES = {"QDialog", "QMenu"}
ON_THEIR_OWN = {"StageWindow", "Booth", "ScreenNumber"}  # they have no parent that would take them along
MAIN_WINDOWS = {"mission_desk/ui/app/tour.py"}  # draws pictures of windows that nobody sees


def asks_for_all(source: Source) -> list[str]:
    return [source.at(node, word) for node, word in names(source) if word in ALL_OF_THEM]


def keeps_screens(source: Source) -> list[str]:
    if source.path in SCREENS:
        return []
    return [source.at(node, word) for node, word in names(source) if word in A_SCREEN]


def without_owner(source: Source, windows: frozenset[str]) -> list[str]:
    """A window that is made anywhere but in `own(…)`, or returned to who gives it there."""
    if source.path in MAIN_WINDOWS:
        return []
    owned = {id(call.args[0]) for call in source.calls() if call.args and name_of(call.func) == "own"}
    made = (call for call in source.calls() if name_of(call.func) in windows)
    return [source.at(call, name_of(call.func)) for call in made if id(call) not in owned]


def window_classes(sources: tuple[Source, ...]) -> frozenset[str]:
    """Those that Qt opens as windows of their own, and ours that derive from them."""
    classes = [node for source in sources for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]
    ours = {each.name for each in classes if WINDOW_CLASSES & {name_of(base) for base in each.bases}}
    return frozenset(WINDOW_CLASSES | ours | ON_THEIR_OWN)


def names(source: Source) -> list[tuple[ast.AST, str]]:
    """What is called or read of Qt: `isActiveWindow` and our own `activateWindow` are other words."""
    nodes = (node for node in ast.walk(source.tree) if isinstance(node, ast.Name | ast.Attribute | ast.alias))
    return [(node, name_of(node)) for node in nodes]


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.alias):
        return node.name
    return node.id if isinstance(node, ast.Name) else ""


def test_nobody_asks_for_all_windows() -> None:
    assert_none(line for source in house() for line in asks_for_all(source))


def test_nobody_keeps_a_screen() -> None:
    assert_none(line for source in house() for line in keeps_screens(source))


def test_every_window_is_given_to_its_owner() -> None:
    windows = window_classes(house())
    assert {"Palette", "Question", "PreferencesWindow"} <= windows
    assert_none(line for source in house() for line in without_owner(source, windows))


def test_an_offence_is_noticed() -> None:
    source = Source("mission_desk/ui/a.py", "QApplication.topLevelWidgets()\nQGuiApplication.primaryScreen()")
    assert len(asks_for_all(source)) == len(keeps_screens(source)) == 1
    source = Source("mission_desk/ui/a.py", "self.menu = QMenu(self)\nwindows.own(QMenu(self))")
    assert without_owner(source, frozenset({"QMenu"})) == ["mission_desk/ui/a.py:1: QMenu"]
