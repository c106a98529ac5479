"""Between desk and stage: hands the stage a new Slide whenever it differs, and does what its keys and the
strip ask. The stage never sees the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from mission_desk.core.file.document import Changes
from mission_desk.core.room import lots
from mission_desk.core.stage import breaks, clicker, putting, reading_out, revealing, stage_state
from mission_desk.core.stage.stage_state import LOTS, CalledUp
from mission_desk.core.stage.stage_words import drawn_words
from mission_desk.ui import screens
from mission_desk.ui.backstage.question import ScreenQuestion
from mission_desk.ui.look import theme
from mission_desk.ui.page import UnderMouse
from mission_desk.ui.preferences import tones
from mission_desk.ui.screens import Screen
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

if TYPE_CHECKING:
    from mission_desk.core.stage.slides import Slide
    from mission_desk.core.stage.stage import Stage
    from mission_desk.ui.backstage.on_stage import OnStage
    from mission_desk.ui.stage.stage_window import StageWindow

CLICKER = {
    Qt.Key.Key_Escape: "stage.step",  # comes only while a note is read out; else it closes the window
    Qt.Key.Key_PageDown: "stage.next",
    Qt.Key.Key_Right: "stage.next",
    Qt.Key.Key_Down: "stage.next",
    Qt.Key.Key_Space: "stage.next",
    Qt.Key.Key_PageUp: "stage.back",
    Qt.Key.Key_Left: "stage.back",
    Qt.Key.Key_Up: "stage.back",
    Qt.Key.Key_Backspace: "stage.back",
    Qt.Key.Key_P: "stage.park",
    Qt.Key.Key_Period: "stage.black",
    Qt.Key.Key_B: "stage.black",
    Qt.Key.Key_Comma: "stage.blank",
    Qt.Key.Key_W: "stage.blank",
}
"""Keys of the stage's own window, where nobody types: what clickers and presentation programs use."""


BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class StageControl(QObject):
    """`left` is the desk's left column, where the strip goes; `row_shown(note)` lets the board show which
    note is read out, `row_selected()` says which one is selected, `row_under(at)` which one the mouse is
    on."""

    def __init__(
        self,
        place: Workplace,
        desk: QMainWindow,
        left: QVBoxLayout,
        row_shown: Callable[[int], object],
        row_selected: Callable[[], int | None],
        row_under: Callable[[QPoint], UnderMouse | None],
    ) -> None:
        super().__init__(desk)
        self._place, self._doc, self._desk, self._left = place, place.doc, desk, left
        self._row_shown, self._row_selected = row_shown, row_selected
        self._row_under = row_under
        self._on: OnStage | None = None
        self._question: ScreenQuestion | None = None
        self._slide: Slide | None = None
        self._stage: Stage | None = None
        self._register()

    @property
    def window(self) -> StageWindow | None:
        return self._on.window if self._on else None

    @property
    def on(self) -> OnStage | None:
        """What lives as long as the stage is on."""
        return self._on

    # onto the stage and off it

    def toggle(self) -> None:
        if self._on is not None:
            self._on.window.close()
            return
        every_screen = screens.screens()
        remembers = self._place.preferences.on("stage.remember")
        known = screens.remembered(self._here().name) if remembers else None
        if len(every_screen) == 1 or known is not None:
            self._begin(known or every_screen[0])
        else:
            self._ask()

    def show_here(self) -> None:
        """For a room that looks at the desk's own screen: show the stage over all of it, until F11 or Esc.
        Everything on it comes from a Slide, so nothing that is only for the facilitator can be seen."""
        self._begin(self._here())

    def _here(self) -> Screen:
        return screens.screen_of(self._desk)

    def _ask(self) -> None:
        """Ask which screen, over the desk; nothing changes until somebody answers."""
        if self._question is not None:
            self._question.leave()  # the key that asked takes the question back
            return
        every_screen = screens.screens()
        self._question = ScreenQuestion(self._place, self._desk, every_screen)
        self._question.chosen.connect(lambda number: self._named(every_screen[number]))
        self._question.left.connect(self._left_unnamed)

    def _left_unnamed(self) -> None:
        self._question = None
        self._desk.activateWindow()

    def _named(self, screen: Screen) -> None:
        self._question = None
        screens.remember(screen.name)
        if self._on is not None:
            self._on.place.stand_on(screen)
        else:
            self._begin(screen)

    def _begin(self, screen: Screen) -> None:
        from mission_desk.ui.backstage.on_stage import OnStage

        self._stage = None  # what it has kept is old
        stage_state.begin(self._doc)
        self._on = OnStage(self._place, self._desk, self._row_under)
        self._on.window.left.connect(self._gone)
        self._on.window.pressed.connect(self._pressed)
        self._left.addWidget(self._on.strip)
        self.fit()
        self._slide = None
        self.follow()
        self._on.place.stand_on(screen)
        self._place.commands.refresh()

    def fit(self) -> None:
        """As the desk's height lets it be."""
        if self._on is not None:
            self._on.strip.set_low(self._desk.height() < theme.LOW)

    def close(self) -> None:
        """The desk closes; the stage's window is closed with all the others."""
        if self._question is not None:
            self._question.leave()

    def _gone(self) -> None:
        if self._on is not None:
            self._on.end()
            self._on = None
            stage_state.back_to_usual(self._doc)
            self._place.commands.refresh()

    # what it shows

    def follow(self, changes: Changes | None = None) -> None:
        if self._on is None:
            return
        if changes is not None:
            self._decider().follow(changes)
            if changes.name.startswith("preference."):
                self._on.dress()
        self._show_slide()
        if changes is None or changes.name.startswith("session."):
            self._on.show_state()
            self._show_read_out(changes)

    def _show_slide(self) -> None:
        slide = self.current_slide() if self._on is not None else None
        if self._on is not None and slide is not None and slide != self._slide:
            self._slide = slide
            self._on.window.show_slide(slide)

    def turn_part(self) -> None:
        """Another part of the step's clock runs: what the room is asked to do changes without any change of
        the file."""
        self._show_slide()

    def current_slide(self) -> Slide:
        return self._decider().slide(tones(self._place.preferences))

    def _decider(self) -> Stage:
        """Who says what the room may see; nobody asks before the stage is on."""
        from mission_desk.core.stage.stage import Stage

        self._stage = self._stage or Stage(self._doc)
        return self._stage

    def _show_read_out(self, changes: Changes | None) -> None:
        state = stage_state.read_state(self._doc)
        if (
            changes is not None
            and changes.name == f"session.{stage_state.SESSION_KEY}"
            and state.shows == "note"
        ):
            self._row_shown(state.note)

    # what is asked of it

    def _register(self) -> None:
        doc = self._doc
        self._place.commands.on("stage.show", self.toggle)
        self._place.commands.on("stage.here", self.show_here, lambda: self._on is None)
        asked: dict[str, Callable[[], object]] = {
            "stage.freeze": partial(stage_state.freeze, doc),
            "stage.blank": partial(stage_state.blank, doc, "paper"),
            "stage.black": partial(stage_state.blank, doc, "black"),
            "stage.swap": self._swap,
            "stage.next": partial(self._turn, 1),
            "stage.back": partial(self._turn, -1),
            "stage.pointer": partial(self._point, light=False),
            "stage.spotlight": partial(self._point, light=True),
            "stage.screen": self._ask,
            "stage.follow": partial(putting.put_desk, doc),
            "stage.step": partial(stage_state.go_back, doc),
            "stage.prompt": partial(stage_state.show_prompt, doc),
            "stage.note": lambda: reading_out.turn_reading(doc, self._row_selected()),
            "stage.note_dots": partial(reading_out.read_out, doc, pick="dots"),
            "stage.note_random": partial(reading_out.read_shuffled, doc),
            "stage.note_style": partial(self._read_alike, "style"),
            "stage.note_cluster": partial(self._read_alike, "cluster"),
            "stage.arranged": partial(stage_state.arrange, doc),
            "stage.pair": partial(clicker.show_pair, doc),
            "stage.findings": partial(stage_state.show_findings, doc),
            "stage.reveal": partial(revealing.reveal_all, doc),
            "stage.divided": partial(revealing.walk_divided, doc),
            "stage.reasons": partial(revealing.show_reasons, doc),
            "stage.celebrate": partial(stage_state.celebrate, doc),
            "stage.break": partial(breaks.take_break, doc),
        }
        for what in LOTS:
            self._place.commands.on(f"stage.{what}", partial(self._draw, what), lambda: doc.writable)
        self._place.commands.on("stage.park", partial(reading_out.park_read, doc), self._reads_out)
        for key, do in asked.items():
            self._place.commands.on(key, do, lambda: self._on is not None)

    def _reads_out(self) -> bool:
        return (
            self._on is not None and self._doc.writable and stage_state.read_state(self._doc).shows == "note"
        )

    def _draw(self, what: CalledUp) -> None:
        """Draw by lot, show it, and say it on the desk too, which may have no stage beside it."""
        doc = self._doc
        if what == "groups":
            lots.make_groups(doc)
        elif what == "order" and stage_state.read_state(doc).shows != "order":
            lots.begin_order(doc)
        else:
            lots.draw_next(doc)
        stage_state.show_lot(doc, what)
        self._place.messages.say(drawn_words(doc, what), tr("Undo"), doc.undo)

    def _swap(self) -> None:
        if self._on is not None:
            self._on.place.swap()

    def _point(self, *, light: bool) -> None:
        if self._on is not None:
            self._on.point(light=light)

    def _turn(self, by: int) -> None:
        if self._on is not None:
            window = self._on.window
            clicker.turn(self._doc, by, more=window.more, leaf=window.leaf, options=window.options)

    def _read_alike(self, kind: reading_out.AlikeBy) -> None:
        """Notes of the thinking style, or of the cluster, of the note that is selected or read out."""
        chosen = self._row_selected() or stage_state.read_state(self._doc).note
        reading_out.read_alike(self._doc, chosen, kind)

    def _pressed(self, event: QKeyEvent) -> None:
        """Handle a key of the stage's own window: a clicker's, or one of the desk's for stage, clock and
        steps."""
        commands = self._place.commands
        pressed = QKeySequence(event.keyCombination())
        named = (key for key in commands.rows if key.split(".")[0] in ("stage", "clock", "step"))
        key = next((each for each in named if commands.action(each).shortcut() == pressed), None)
        if key is None and event.modifiers() in BARE:
            key = CLICKER.get(Qt.Key(event.key()))
        if key is not None and commands.action(key).isEnabled():
            commands.run(key)
