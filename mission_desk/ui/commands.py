"""Every action of the program as one row: key, words, icon, shortcut, pages. Rooms say what a command does;
menus, buttons, shortcuts and Ctrl+K all read this one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mission_desk.core.errors import KnownError
from mission_desk.words import tr


@dataclass(frozen=True, slots=True)
class Command:
    """`shortcut` in Qt's portable words; `pages` where it makes sense, empty for everywhere."""

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    pages: tuple[str, ...] = ()


def table() -> tuple[Command, ...]:
    return (*_everywhere(), *_going(), *_board(), *_later_pages())


def _everywhere() -> tuple[Command, ...]:
    return (
        Command("edit.undo", tr("Undo"), "undo-2", "Ctrl+Z"),
        Command("edit.redo", tr("Redo"), "redo-2", "Ctrl+Shift+Z"),
        Command("find.action", tr("Find an action"), "search", "Ctrl+K"),
        Command("find.note", tr("Find"), "search", "Ctrl+F"),
        Command("view.side", tr("Show the side panel"), "panel-right", "Ctrl+I"),
        Command("file.new", tr("New workshop…"), "file", "Ctrl+N"),
        Command("file.open", tr("Open a file…"), "folder-open", "Ctrl+O"),
        Command("file.copy", tr("Save a copy…"), "copy", "Ctrl+Shift+S"),
        Command("file.clean", tr("Save a clean copy…"), "eye-off"),
        Command("file.point", tr("Save point…"), "bookmark", "Ctrl+S"),
        Command("file.points", tr("Go back to a save point…"), "history"),
        Command("file.close", tr("Close the workshop"), "x", "Ctrl+W"),
        Command("stage.show", tr("On stage"), "presentation", "F5"),
        Command("clock.toggle", tr("Start or pause the clock"), "play", "Ctrl+Space"),
        Command("clock.more", tr("One minute more"), "plus", "Ctrl++"),
        Command("clock.less", tr("One minute less"), "minus"),
        Command("clock.reset", tr("Reset the clock"), "rotate-ccw"),
        Command("step.next", tr("Next step"), "arrow-down", "Ctrl+PgDown"),
        Command("step.back", tr("Step before"), "arrow-up", "Ctrl+PgUp"),
    )


def _going() -> tuple[Command, ...]:
    return (
        Command("go.scene", tr("Set the scene"), "flag", "Alt+1"),
        Command("go.board", tr("Boards"), "layout-grid", "Alt+2"),
        Command("go.statement", tr("Statement"), "pencil", "Alt+3"),
        Command("go.vote", tr("Vote"), "vote", "Alt+4"),
        Command("go.priorities", tr("Priorities"), "list", "Alt+5"),
        Command("go.roadmap", tr("Road map"), "map", "Alt+6"),
        Command("go.posters", tr("Posters"), "printer", "Alt+7"),
        Command("go.review", tr("Annual review"), "history", "Alt+8"),
    )


def _board() -> tuple[Command, ...]:
    on_board = ("board",)
    return (
        Command("style.ideator", tr("Ideator"), "mark-ideator", "Ctrl+1", on_board),
        Command("style.strategist", tr("Strategist"), "mark-strategist", "Ctrl+2", on_board),
        Command("style.analyst", tr("Analyst"), "mark-analyst", "Ctrl+3", on_board),
        Command("style.heart", tr("Heart"), "mark-heart", "Ctrl+4", on_board),
        Command("style.board", tr("The board's own colour"), "", "Ctrl+0", on_board),
        Command("note.edit", tr("Edit the note"), "pencil", "F2", on_board),
        Command("note.remove", tr("Delete the notes"), "trash-2", "Del", on_board),
        Command("note.duplicate", tr("Duplicate"), "copy", "Ctrl+D", on_board),
        Command("note.group", tr("Make a cluster"), "layout-grid", "Ctrl+G", on_board),
        Command("note.ungroup", tr("Take the cluster apart"), "", "Ctrl+Shift+G", on_board),
        Command("note.dot", tr("One dot more"), "plus", "", on_board),
        Command("note.undot", tr("One dot less"), "minus", "", on_board),
        Command("note.raise", tr("To the front"), "", "Ctrl+]", on_board),
        Command("note.park", tr("Send to parking"), "", "Ctrl+P", on_board),
        Command("note.use", tr("Use in a statement"), "pencil", "Ctrl+U", on_board),
        Command("note.concern", tr("Raise a concern"), "triangle-alert", "Ctrl+E", on_board),
        Command("note.all", tr("Select all notes"), "", "Ctrl+A", on_board),
        Command("note.paste", tr("Paste as notes"), "", "Ctrl+V", on_board),
        Command("note.same_style", tr("Select the same style"), "palette", "Ctrl+Shift+A", on_board),
        Command("note.same_cluster", tr("Select the whole cluster"), "", "", on_board),
        *_arranging(on_board),
        Command("board.tidy", tr("Tidy up"), "sparkles", "Ctrl+T", on_board),
        Command("board.similar", tr("Group similar"), "layout-grid", "Ctrl+Shift+L", on_board),
        Command("board.fit", tr("Show everything"), "maximize", "Ctrl+Shift+0", on_board),
        Command("board.full", tr("100 %"), "", "Ctrl+Shift+1", on_board),
        Command("board.closer", tr("Closer"), "plus", "Ctrl+Shift++", on_board),
        Command("board.wider", tr("Further away"), "minus", "Ctrl+-", on_board),
        Command("board.next", tr("Next board"), "", "Ctrl+Tab", on_board),
        Command("board.back", tr("Board before"), "", "Ctrl+Shift+Tab", on_board),
    )


def _arranging(pages: tuple[str, ...]) -> tuple[Command, ...]:
    across, down = "align-horizontal-distribute-center", "align-vertical-distribute-center"
    return (
        Command("align.left", tr("Align left edges"), "align-start-vertical", "Alt+Left", pages),
        Command("align.centre", tr("Align centres"), "align-center-vertical", "", pages),
        Command("align.right", tr("Align right edges"), "align-end-vertical", "Alt+Right", pages),
        Command("align.top", tr("Align top edges"), "align-start-horizontal", "Alt+Up", pages),
        Command("align.middle", tr("Align middles"), "align-center-horizontal", "", pages),
        Command("align.bottom", tr("Align bottom edges"), "align-end-horizontal", "Alt+Down", pages),
        Command("distribute.across", tr("Distribute across"), across, "Ctrl+Shift+H", pages),
        Command("distribute.down", tr("Distribute down"), down, "Ctrl+Shift+J", pages),
        Command("note.grid", tr("Arrange in a grid"), "grid-2x2", "Ctrl+Shift+K", pages),
        Command("note.stack", tr("Lay in a stack"), "layers", "", pages),
        Command("note.join", tr("Send to a cluster…"), "layout-grid", "", pages),
        Command("note.merge", tr("Merge clusters"), "combine", "", pages),
    )


def _later_pages() -> tuple[Command, ...]:
    return (
        Command("draft.new", tr("New draft"), "plus", "Ctrl+Shift+D", ("statement",)),
        Command("draft.keep", tr("Keep this version"), "bookmark", "Ctrl+Return", ("statement",)),
        Command("draft.choose", tr("Choose this draft"), "check", "", ("statement",)),
        Command("draft.remove", tr("Delete the draft"), "trash-2", "", ("statement",)),
        Command("draft.concern", tr("Raise a concern"), "triangle-alert", "Ctrl+E", ("statement",)),
        Command("draft.vote", tr("Vote on the drafts"), "vote", "", ("statement",)),
        Command("poll.open", tr("Open the poll"), "vote", "", ("vote",)),
        Command("poll.booth", tr("Open the booth"), "lock", "", ("vote",)),
        Command("poll.close", tr("Close the poll"), "lock", "", ("vote",)),
        Command("priority.link1", tr("Link to priority 1"), "link", "Ctrl+1", ("priorities",)),
        Command("priority.link2", tr("Link to priority 2"), "link", "Ctrl+2", ("priorities",)),
        Command("priority.link3", tr("Link to priority 3"), "link", "Ctrl+3", ("priorities",)),
        Command("guideline.add", tr("New guideline"), "plus", "Ctrl+Shift+R", ("roadmap",)),
        Command("guideline.remove", tr("Delete the guideline"), "trash-2", "", ("roadmap",)),
        Command("guideline.up", tr("Guideline one up"), "arrow-up", "Alt+Up", ("roadmap",)),
        Command("guideline.down", tr("Guideline one down"), "arrow-down", "Alt+Down", ("roadmap",)),
        Command("poster.save", tr("Save PDF…"), "download", "Ctrl+Shift+P", ("posters",)),
        Command("poster.all", tr("Everything for the wall"), "", "", ("posters",)),
    )


class Commands:
    """The table as QActions of one window."""

    def __init__(self, window: QWidget, complain: Callable[[KnownError], None]) -> None:
        self._complain = complain
        self._page = ""
        self._does: dict[str, Callable[[], object]] = {}
        self._may: dict[str, Callable[[], bool]] = {}
        self.rows = {command.key: command for command in table()}
        self._actions = {key: self._made(window, command) for key, command in self.rows.items()}

    def _made(self, window: QWidget, command: Command) -> QAction:
        action = QAction(command.text, window)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut, QKeySequence.SequenceFormat.PortableText))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: self.run(command.key))
        window.addAction(action)
        return action

    def on(self, key: str, do: Callable[[], object], may: Callable[[], bool] | None = None) -> None:
        """Say what a command does, and when it may."""
        self._does[key] = do
        if may is not None:
            self._may[key] = may
        self.refresh()

    def action(self, key: str) -> QAction:
        return self._actions[key]

    def keys(self, key: str) -> str:
        """The command's shortcut as this system writes it."""
        return self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def run(self, key: str) -> None:
        """Do it; what the world refuses is said in a sentence."""
        try:
            self._does[key]()
        except KnownError as error:
            self._complain(error)

    def show_page(self, page: str) -> None:
        self._page = page
        self.refresh()

    def refresh(self) -> None:
        """Commands that cannot be done now are grey, and their keys are free."""
        for key, action in self._actions.items():
            pages = self.rows[key].pages
            here = key in self._does and (not pages or self._page in pages)
            action.setEnabled(here and (key not in self._may or self._may[key]()))

    def available(self) -> list[Command]:
        """What can be done now, for Ctrl+K."""
        return [command for key, command in self.rows.items() if self._actions[key].isEnabled()]
