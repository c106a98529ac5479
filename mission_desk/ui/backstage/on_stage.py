"""All that lives as long as the stage is on: its window and its place, the strip and the frame on the desk,
the filter for a clicker's keys, and the pointer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from mission_desk.core.board import pictures
from mission_desk.core.file.document import Document
from mission_desk.core.stage import putting, revealing, stage_state, stage_words
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.stage.subject import of_step
from mission_desk.core.statement import drafts
from mission_desk.ui.backstage.clicker import Clicker
from mission_desk.ui.backstage.frozen_frame import FrozenFrame
from mission_desk.ui.backstage.pointer import Pointer, Spot, share_of
from mission_desk.ui.backstage.sleep_inhibitor import keep_awake
from mission_desk.ui.backstage.stage_placement import StagePlacement
from mission_desk.ui.backstage.strip import Offer, Strip
from mission_desk.ui.look.theme import STAGE, STAGE_LIGHT
from mission_desk.ui.page import UnderMouse
from mission_desk.ui.stage.stage_window import StageWindow
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

SETTLED = 500  # ms after which the system is asked to stay awake: the stage itself does not wait for that
TURNING = ("note", "pair", "celebration", "break")


class OnStage:
    def __init__(
        self, place: Workplace, desk: QMainWindow, row_under: Callable[[QPoint], UnderMouse | None]
    ) -> None:
        self._doc, self._messages, self._preferences = place.doc, place.messages, place.preferences
        self._windows_open = place.windows
        self._desk, self._light, self._row_under = desk, False, row_under
        self.window = place.windows.own(StageWindow(place.doc.steady))
        self.window.take_pictures_from(partial(pictures.content, place.doc))
        self._messages.stay_clear_of(self.window)
        self.place = StagePlacement(desk, self.window, self._moved)
        self.strip = Strip(place, self.window)
        self.strip.looked.connect(self.show_state)
        self.frame = FrozenFrame(desk, place.tokens)
        self.clicker = desk.findChild(Clicker) or Clicker(desk)
        self.clicker.begin(self._end_reading)
        self.pointer = Pointer(desk, self._windows, self._spot, self._point, self.window.point_no_more)
        self.dress()
        self._sleeps: Callable[[], object] | None = None  # lets the system darken its screens again
        self._wake = QTimer(self.window, singleShot=True, interval=SETTLED)
        self._wake.timeout.connect(self._keep_awake)
        self._wake.start()

    def end(self) -> None:
        """Remove everything of the stage from the desk."""
        self._messages.stay_clear_of(None)
        self._wake.stop()
        if self._sleeps is not None:
            self._sleeps()
        self.pointer.end()
        self.pointer.deleteLater()
        self.clicker.stop()
        self.strip.hide()
        self.strip.deleteLater()
        self.frame.say("")
        self.frame.deleteLater()

    def show_state(self) -> None:
        doc = self._doc
        state = stage_state.read_state(doc)
        waits = stage_state.subject(doc, state).page == "vote" and revealing.is_waiting(doc)
        turns = state.shows in TURNING or waits or state.divided > 0 or state.leaf > 0 or self.window.more
        says = stage_words.says(doc, counts=self.window.counts)
        self.strip.show_state(
            frozen=state.frozen, blank=bool(state.blank), says=says, turns=turns, offer=_offer(doc, state)
        )  # fmt: skip
        if state.blank:
            self.frame.say(tr("Blank: the room sees nothing"))
        else:
            self.frame.say(tr("Frozen: the room still sees the last picture") if state.frozen else "")

    def _keep_awake(self) -> None:
        self._sleeps = keep_awake()

    def point(self, *, light: bool) -> None:
        self._light = light
        self.pointer.begin()

    def _windows(self) -> list[QWidget]:
        return [self.window, self._desk]

    def _spot(self, at: QPoint) -> Spot | None:
        """On the stage and its miniature exactly there. Where the room sees notes, at the one that the mouse
        is on, or at none: a dot on another note would mislead the room. Else in proportion to the desk."""
        for seen in (self.strip.miniature, self.window):
            if (spot := share_of(seen, at)) is not None:
                return spot
        if not self.window.shows_notes:
            return share_of(self._desk, at)
        under = self._row_under(at)
        return self.window.spot_of(under.row, under.x, under.y) if under else None

    def _end_reading(self) -> bool:
        """False where no note is read out, or an open menu or question takes Escape first."""
        asked = any(
            isinstance(each, QMenu | QDialog) and each.isVisible() for each in self._windows_open.open
        )
        if asked or stage_state.read_state(self._doc).shows != "note":
            return False
        stage_state.go_back(self._doc)
        return True

    def _point(self, x: float, y: float) -> None:
        self.window.point(x, y, light=self._light)

    def _moved(self, name: str) -> None:
        if name:
            self._messages.say(tr("The room's screen is back, and the stage with it."))
        else:
            self._messages.say(tr("The room's screen is gone. The stage is a window here until it is back."))

    def dress(self) -> None:
        """As the preferences say: dark or light, and how large the smallest letters are."""
        tokens = STAGE_LIGHT if self._preferences.on("stage.light") else STAGE
        self.window.dress(tokens, self._preferences.value("stage.metres"))


def _offer(doc: Document, state: StageState) -> Offer:
    """What the facilitator most likely wants of the stage now."""
    if state.shows == "celebration" and not state.celebrated and drafts.chosen(doc) is not None:
        return Offer("stage.next", tr("Reveal"), first=True)
    if state.shows == "note":
        return Offer("stage.step", tr("End reading"))
    if state.shows and state.shows != "celebration":
        # What was put on stage stands below what was called up, and comes back before the step does.
        return Offer("stage.step", tr("Back") if state.put else tr("Back to the step"))
    if not putting.is_desk_on_stage(doc):
        return Offer("stage.follow", tr("Show this page"))
    if state.put and stage_state.subject(doc, state) != of_step(doc):
        return Offer("stage.step", tr("Back to the step"))
    return Offer("", tr("Room sees this"))
