"""Things that have one place: printing, dialogs, colours; and what a module may hold while nothing runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.architecture.sources import Source, assert_none, house

PRINTING = "mission_desk/cli/"
DIALOGS = ("mission_desk/ui/messages.py",)
COLOURS = ("mission_desk/ui/look/theme.py",)
PLAIN_TEXT = "mission_desk/ui/parts/labels.py"
DIALOG_CLASSES = {
    "QMessageBox",
    "QFileDialog",
    "QInputDialog",
    "QErrorMessage",
    "QColorDialog",
    "QFontDialog",
}
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
FROZEN_KINDS = {"Enum", "StrEnum", "IntEnum", "Flag", "NamedTuple", "Protocol"}


def prints(source: Source) -> list[str]:
    if source.path.startswith(PRINTING):
        return []
    return [source.at(call, "print") for call in source.calls() if name_of(call.func) == "print"]


def dialogs(source: Source) -> list[str]:
    if source.path in DIALOGS:
        return []
    named = (node for node in ast.walk(source.tree) if isinstance(node, ast.Name | ast.alias | ast.Attribute))
    return [source.at(node, name_of(node)) for node in named if name_of(node) in DIALOG_CLASSES]


def guessed_html(source: Source) -> list[str]:
    """Where Qt guesses whether a text is HTML: a title with a tag in it would load files when it is shown."""
    if source.path == PLAIN_TEXT:
        return []
    guessing = ("QLabel", "setToolTip", "setWhatsThis")
    return [
        source.at(call, ast.unparse(call))
        for call in source.calls()
        if name_of(call.func) in guessing and (call.args or call.keywords)
    ]


def colours(source: Source) -> list[str]:
    """Hex colours in any string, QColor of literals and Qt's named colours, in the window's code."""
    if source.path in COLOURS or not source.path.startswith("mission_desk/ui/"):
        return []
    return [source.at(node, ast.unparse(node)) for node in ast.walk(source.tree) if is_colour(node)]


def is_colour(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(HEX_COLOUR.search(node.value))
    if isinstance(node, ast.Call) and name_of(node.func) in ("QColor", "QRgba64"):
        return any(isinstance(argument, ast.Constant) for argument in node.args)
    named = isinstance(node, ast.Attribute) and name_of(node.value) == "GlobalColor"
    return named and name_of(node) != "transparent"


def instances(source: Source, frozen: frozenset[str], ours: frozenset[str]) -> list[str]:
    """Objects of our classes that live as long as the process: one test's state would be the next one's.
    Frozen values (a table of paper sizes) are constants and may stay."""
    calls = (call for statement in source.tree.body for call in calls_when_imported(statement))
    return [
        source.at(call, f"{name_of(call.func)} made while the module is imported")
        for call in calls
        if name_of(call.func) in ours - frozen
    ]


def calls_when_imported(node: ast.AST) -> Iterator[ast.Call]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if isinstance(node, ast.Call):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from calls_when_imported(child)


def classes(sources: tuple[Source, ...]) -> list[ast.ClassDef]:
    return [node for source in sources for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]


def is_frozen(node: ast.ClassDef) -> bool:
    is_frozen = any("frozen=True" in ast.unparse(each) for each in (*node.decorator_list, *node.keywords))
    return is_frozen or any(name_of(base) in FROZEN_KINDS for base in node.bases)


@cache
def our_classes() -> frozenset[str]:
    return frozenset(node.name for node in classes(house()))


@cache
def frozen_classes() -> frozenset[str]:
    return frozenset(node.name for node in classes(house()) if is_frozen(node))


def name_of(node: ast.AST) -> str:
    """The last part of a dotted name: QColor for QtGui.QColor."""
    return getattr(node, "id", "") or getattr(node, "attr", "") or getattr(node, "name", "")


def written(text: str, path: str = "mission_desk/ui/board/page.py") -> Source:
    return Source(path, text)


def test_only_the_command_line_prints() -> None:
    assert_none(offence for source in house() for offence in prints(source))


def test_a_print_is_noticed() -> None:
    assert prints(written("def f():\n    print('x')"))
    assert not prints(written("print('x')", "mission_desk/cli/telling.py"))


def test_only_messages_opens_dialogs() -> None:
    assert_none(offence for source in house() for offence in dialogs(source))


def test_a_dialog_is_noticed() -> None:
    assert dialogs(written("from PySide6.QtWidgets import QMessageBox"))
    assert dialogs(written("QtWidgets.QFileDialog.getOpenFileName()"))
    assert not dialogs(written("from PySide6.QtWidgets import QDialog", "mission_desk/ui/messages.py"))


def test_only_the_theme_names_colours() -> None:
    assert_none(offence for source in house() for offence in colours(source))


def test_no_text_is_taken_for_html() -> None:
    assert_none(offence for source in house() for offence in guessed_html(source))


def test_a_text_that_could_be_html_is_noticed() -> None:
    assert guessed_html(written("title.setToolTip(workshop.title)"))
    assert guessed_html(written("head = QLabel(note.text)"))
    assert not guessed_html(written("set_tip(title, workshop.title)"))


def test_a_colour_is_noticed() -> None:
    assert colours(written("STYLE = 'QLabel { color: #0f5e63; }'"))
    assert colours(written("ink = '#abc'"))
    assert colours(written("pen = QColor(0, 0, 0, 40)"))
    assert colours(written("pen = QtGui.QColor('red')"))
    assert colours(written("pen = Qt.GlobalColor.white"))
    assert not colours(written("pen = QColor(tokens.ink), Qt.GlobalColor.transparent, 'card #12', '#one'"))
    assert not colours(written("INK = '#1c2127'", "mission_desk/ui/look/theme.py"))


def test_no_object_of_ours_lives_in_a_module() -> None:
    frozen = frozen_classes()
    ours = our_classes()
    assert_none(offence for source in house() for offence in instances(source, frozen, ours))


def test_an_object_in_a_module_is_noticed() -> None:
    ours = frozenset({"Document", "Paper"})
    frozen = frozenset({"Paper"})
    assert instances(written("document = Document()"), frozen, ours)
    assert instances(written("OPEN = {'a': core.Document()}"), frozen, ours)
    assert instances(written("class Window:\n    document = Document()"), frozen, ours)
    assert not instances(written("def f():\n    return Document()"), frozen, ours)
    assert not instances(written("A4 = Paper(210, 297)"), frozen, ours)


def test_frozen_classes_are_told_from_others() -> None:
    source = written(
        "@dataclass(frozen=True, slots=True)\nclass Paper: pass\n"
        "class Kind(StrEnum): pass\n"
        "@dataclass\nclass Document: pass\n"
    )
    assert [is_frozen(node) for node in classes((source,))] == [True, True, False]
