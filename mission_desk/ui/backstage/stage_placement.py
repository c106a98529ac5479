"""Where the stage stands: on the screen that was named for it; as a window on the desk's screen while that
one is gone; over the desk where there is one screen only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMainWindow

from mission_desk.ui import screens
from mission_desk.ui.look import theme
from mission_desk.ui.screens import Screen, ScreenWatch
from mission_desk.ui.stage.stage_window import StageWindow

ABOVE_FOOT = (
    32 * theme.UNIT
)  # px: as a window, the stage does not cover the line one types into and the messages


class StagePlacement(QObject):
    """Lives as long as the stage is on. `on_moved(name)` is called when the projector is gone ("") or
    back."""

    def __init__(self, desk: QMainWindow, stage: StageWindow, on_moved: Callable[[str], object]) -> None:
        super().__init__(stage)
        self._desk, self._stage, self._on_moved = desk, stage, on_moved
        self.name = ""  # of the named screen; empty in one-screen mode
        ScreenWatch(self).changed.connect(self._screens_changed)

    def stand_on(self, screen: Screen) -> None:
        """Full screen there. On the desk's own screen it lies over the desk: one-screen mode."""
        self.name = "" if screen.name == screens.screen_of(self._desk).name else screen.name
        self._stage.present(screen, keys=not self.name)
        (self._desk if self.name else self._stage).activateWindow()

    def swap(self) -> None:
        """Desk and stage change screens. With one screen there is nothing to change."""
        here, there = screens.screen_of(self._desk), screens.screen_named(self.name)
        if there is None or there.name == here.name:
            return
        self._move_desk(there)
        self.name = here.name
        self._stage.present(here, keys=False)
        screens.remember(here.name)
        self._desk.activateWindow()

    def _move_desk(self, screen: Screen) -> None:
        """A maximised window must let go of its screen first; then it fills the new one in the same way."""
        was_large, size = self._desk.isMaximized(), self._desk.size()
        room = screen.available
        self._desk.showNormal()
        screens.put_on(self._desk, screen.name)
        self._desk.resize(size.boundedTo(room.size()))
        self._desk.move(room.center() - self._desk.rect().center())
        if was_large:
            self._desk.showMaximized()

    def _screens_changed(self) -> None:
        """Qt moves windows of a lost screen in its own time; after that it is our turn."""
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if not self.name or not self._stage.isVisible():
            return
        screen, here = screens.screen_named(self.name), screens.screen_of(self._desk)
        if screen is not None and screen.name != here.name:
            if not self._stage.isFullScreen():
                self._stage.present(screen, keys=False)
                self._desk.activateWindow()
                self._on_moved(self.name)
        elif self._stage.isFullScreen():
            screens.put_on(self._stage, here.name)
            self._stage.present(None, keys=False)
            corner = here.available.bottomRight() - QPoint(0, ABOVE_FOOT)
            self._stage.move(corner - self._stage.rect().bottomRight())
            self._desk.activateWindow()
            self._stage.raise_()  # seen, but without the keys: the facilitator goes on typing
            self._on_moved("")
