"""Between desk and stage: hands the stage a new Slide whenever it differs. The stage never sees the
document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from mission_desk.core import stage, standing
from mission_desk.core.slides import Slide
from mission_desk.ui.preferences import tones
from mission_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mission_desk.ui.stage_window import StageWindow


class Show(QObject):
    def __init__(self, place: Workplace, desk: QWidget) -> None:
        super().__init__(desk)
        self._doc, self._desk, self._preferences = place.doc, desk, place.preferences
        self._preferences.changed.connect(lambda _key: self.follow())
        self._slide: Slide | None = None
        self.window: StageWindow | None = None
        place.commands.on("stage.show", self.toggle)

    def toggle(self) -> None:
        """Onto the stage, or off it."""
        if self.window is not None:
            self.window.close()
            return
        from mission_desk.ui.stage_window import StageWindow

        self.window = StageWindow(self._doc.steady)
        self.window.left.connect(self._gone)
        self._slide = None
        self.follow()
        screen = self._other_screen()
        self.window.present(screen)
        if screen is not None:
            self._desk.activateWindow()  # with one screen that would put the stage behind the desk, unseen

    def follow(self) -> None:
        if self.window is None:
            return
        slide = self.current_slide()
        if slide != self._slide:
            self._slide = slide
            self.window.show_slide(slide)

    def current_slide(self) -> Slide:
        board, draft = standing.board(self._doc), standing.draft(self._doc)
        return stage.slide(
            self._doc, standing.page(self._doc), board.id if board else None, draft.id if draft else None,
            tones(self._preferences),
        )  # fmt: skip

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def _gone(self) -> None:
        self.window = None

    def _other_screen(self) -> QScreen | None:
        """A screen that the desk is not on; None with one screen only, so that the desk is never covered."""
        here = self._desk.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not here), None)
