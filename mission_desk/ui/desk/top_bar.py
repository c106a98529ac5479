"""The bar at the top of the desk: menu, title, saved, undo and redo, the clock, find, and the way onto the
stage."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Changes
from mission_desk.core.room import scene
from mission_desk.ui.command_table.pages import opening_key
from mission_desk.ui.desk.action_words import action_words
from mission_desk.ui.look import icons, theme
from mission_desk.ui.parts.buttons import action_button, icon_button, leave_focus
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MENU = (
    tuple(opening_key(page) for page in PAGES),
    ("file.point", "file.points", "file.copy", "file.clean"),
    ("file.new", "file.open", "file.close"),
    ("find.note", "find.action", "view.preferences"),
)
DAY = (
    ("day.start", "day.end", "step.edit", "method.save"),
    ("clock.less", "clock.five", "clock.reset", "step.back", "step.next"),
)
"""In a menu of their own: in one with the others, a screen 768 px high breaks it into two columns over the
desk."""


class TopBar(QFrame):
    def __init__(self, place: Workplace, clock: QWidget) -> None:
        super().__init__()
        set_look(self, "top")
        self.setFixedHeight(theme.TOP_HEIGHT)
        self._place, self._doc = place, place.doc
        self._words = action_words()
        commands, tokens = place.commands, place.tokens
        self._title = label("", "name")
        self._title.setMinimumWidth(60)
        self._saved = label("", "quiet")
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(10)
        for widget in (self._menu_button(), self._title, self._saved):
            layout.addWidget(widget)
        layout.addWidget(icon_button(commands.action("edit.undo"), tokens, "undo-2"))
        layout.addWidget(icon_button(commands.action("edit.redo"), tokens, "redo-2"))
        layout.addStretch(1)
        layout.addWidget(clock)
        self._find = action_button(commands.action("find.note"))
        layout.addWidget(self._find)
        self._side = icon_button(commands.action("view.side"), tokens, "panel-right")
        layout.addWidget(self._side)
        stage = action_button(commands.action("stage.show"), "filled")
        stage.setIcon(icons.icon("presentation", tokens.on_accent))
        stage.setText(f" {stage.text()}")
        layout.addWidget(stage)
        leave_focus(self)
        place.unwritten.changed.connect(self._show_saved)
        self.show_state()

    def _menu_button(self) -> QToolButton:
        opener = QToolButton()
        opener.setIcon(icons.icon("menu", self._place.tokens.ink2))
        opener.setFixedSize(34, 34)
        opener.setAccessibleName(tr("Menu"))
        set_tip(opener, tr("Menu"))
        opener.setCursor(Qt.CursorShape.PointingHandCursor)
        opener.clicked.connect(lambda: self._menu().popup(opener.mapToGlobal(QPoint(0, opener.height() + 4))))
        return opener

    def _menu(self) -> QMenu:
        menu = self._place.windows.own(QMenu(self))
        pages, *others = MENU
        self._fill(menu, (pages,))
        self._fill(menu.addMenu(tr("Agenda and clock")), DAY)
        menu.addSeparator()
        self._fill(menu, tuple(others))
        return menu

    def _fill(self, menu: QMenu, groups: tuple[tuple[str, ...], ...]) -> None:
        for group in groups:
            for key in group:
                menu.addAction(self._place.commands.action(key))
            menu.addSeparator()

    def follow(self, changes: Changes) -> None:
        if changes.kind != "aside" or changes.name.startswith("session.step"):
            self.show_state()

    def show_state(self) -> None:
        self._show_saved()
        undo, redo = self._doc.undoable, self._doc.redoable
        self._name("edit.undo", tr("Undo"), undo)
        self._name("edit.redo", tr("Redo"), redo)
        set_tip(self._title, scene.workshop(self._doc).title)
        self.fit()

    def _show_saved(self) -> None:
        why = self._place.unwritten.refusal()
        set_look(self._saved, "warn" if why else "quiet")
        usual = tr("Saved") if self._doc.writable else tr("Read only")
        self._saved.setText(tr("Not saved yet") if why else usual)
        set_tip(self._saved, why)

    def fit(self) -> None:
        """Show the buttons that the width allows; the title takes the rest, because a step's name may be long
        too."""
        self._saved.setVisible(self.width() > theme.NARROW)
        self._find.setVisible(self.width() > theme.NARROW)
        self._side.setVisible(self.width() < theme.NARROW)
        self._title.clear()
        room = max(120, self.width() - self._row.sizeHint().width())
        title = self._title.toolTip()
        self._title.setText(self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: object) -> None:
        self.fit()

    def _name(self, key: str, verb: str, action: str | None) -> None:
        words = self._words.get(action or "", "")
        text = tr("{verb}: {words}", verb=verb, words=words) if words else verb
        self._place.commands.action(key).setText(text)
