"""Inside a built program: does it start, act, undo, print and draw, and are Qt's plugins whole? Opens the
sample, does each once, says what failed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLibraryInfo, QPluginLoader

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.core.whole import checkup
from mission_desk.core.whole.sample import build_sample
from mission_desk.grammar import SOURCE
from mission_desk.posters.from_rows import statement_poster
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import write_poster
from mission_desk.ui.app.app import application
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme

# The kinds of plugins that Qt looks for in a program like this one, on all systems.
PLUGIN_KINDS = (
    "iconengines",
    "imageformats",
    "platforminputcontexts",
    "platforms",
    "platformthemes",
    "styles",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
)
# Of those, the ones that only a setting of the machine or a foreign desktop asks for; Qt does without.
UNASKED_PLUGINS = {
    *("qdirect2d", "qeglfs", "qlinuxfb", "qminimal", "qminimalegl", "qvkkhrdisplay", "qvnc"),
    *("qgtk3", "qpdf", "qtvirtualkeyboardplugin"),
}


def self_test() -> list[str]:
    """What is wrong, in sentences; empty where everything works."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.mission"
        build_sample(file, SOURCE)
        doc = Document.open(file)
        desk = Desk(doc, theme.LIGHT)
        desk.show()
        desk_position.show_board(doc, "think-big")
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)
        problems = [*_loads(), *_acts(doc), *_prints(doc, Path(folder) / "poster.pdf"), *_draws(desk)]
        desk.close()
        return problems + [f"the file is not whole: {each}" for each in checkup.check(file).problems]


def plugin_files() -> list[Path]:
    """The plugins that Qt may load for this program, where they lie."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    files = [file for kind in PLUGIN_KINDS for file in sorted((folder / kind).glob("*.*"))]
    return [file for file in files if file.stem.removeprefix("lib") not in UNASKED_PLUGINS]


def _loads() -> list[str]:
    """Qt passes over a plugin that it cannot load, without a word: pictures, input or windows are missing."""
    loaders = [QPluginLoader(str(file)) for file in plugin_files()]
    return [loader.errorString() for loader in loaders if not loader.load()]


def _acts(doc: Document) -> list[str]:
    before = doc.rows(Note)
    boards.add_notes(doc, boards.boards(doc)[0].id, ["self-test"], "ideator")
    added = len(doc.rows(Note)) == len(before) + 1
    doc.undo()
    problems = [] if added else ["a note could not be added"]
    return problems if doc.rows(Note) == before else [*problems, "Undo did not bring the board back"]


def _prints(doc: Document, path: Path) -> list[str]:
    write_poster(path, statement_poster(doc), paper("A4"))
    return [] if path.read_bytes().startswith(b"%PDF") else ["the statement poster is no PDF"]


def _draws(desk: Desk) -> list[str]:
    picture = desk.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    return [] if len(colours) > 20 else ["the window is empty"]
