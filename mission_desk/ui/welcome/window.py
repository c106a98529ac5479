"""The welcome window: start a workshop from a method, go on with one that was open lately, look at the
sample. It never opens a file itself; it tells the program what is wanted."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from mission_desk.core.agenda.methods import Method, own_methods, shipped_methods
from mission_desk.core.whole import saving_methods
from mission_desk.grammar import language_names
from mission_desk.paths import documents_dir
from mission_desk.ui import settings
from mission_desk.ui.look import qt_words
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.messages import Messages
from mission_desk.ui.parts.cards import Card, column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.welcome import recent
from mission_desk.ui.welcome.cards import ActionCard, Actions, MethodCard, RecentCard
from mission_desk.ui.welcome.shelf import Shelf
from mission_desk.ui.windows import Windows
from mission_desk.words import screen_language, set_screen_language, tr

REVIEW = "annual-review"


class WelcomeWindow(QMainWindow):
    """`starts(method key, language, last year's Path or None)`, `opens(Path)`, `samples()`."""

    starts = Signal(str, str, object)
    opens = Signal(object)
    samples = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.messages = Messages(self, Windows(self))
        self.setWindowTitle("Mission Desk")
        self.setMinimumSize(560, 400)
        self.setAcceptDrops(True)
        self.language = screen_language()  # of the workshop that starts next
        self._open = QAction(self)
        self._open.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self._open.triggered.connect(self.ask_open)
        self.addAction(self._open)
        self._build()

    # what can be done

    def start(self, method: str, last_year: Path | None = None) -> None:
        self.starts.emit(method, self.language, last_year)

    def ask_open(self) -> None:
        path = self.messages.ask_open(tr("Open a workshop"), documents_dir())
        if path is not None:
            self.opens.emit(path)

    def ask_last_year(self) -> None:
        """The review looks at last year's file; who presses Cancel stays here and can go on without it."""
        path = self.messages.ask_open(tr("Last year's workshop"), documents_dir())
        if path is not None:
            self.start(REVIEW, path)

    def choose(self, chosen: MethodCard) -> None:
        """The one method that shows its button; the focus follows the mouse along the methods, so that
        Enter and the frame never mean two different cards."""
        for card in self.methods:
            card.show_chosen(card is chosen)
        focused = self.focusWidget()
        if isinstance(focused, MethodCard) and focused is not chosen:
            chosen.setFocus(Qt.FocusReason.MouseFocusReason)

    def change_screen(self, language: str) -> None:
        set_screen_language(language)
        qt_words.speak(language)
        settings.keep_screen_language(language)
        self.language = language
        self._build()

    # how it stands there

    def _build(self) -> None:
        self._shelf = Shelf()
        self._shelf.head.addLayout(self._head())
        self._shelf.head.addWidget(
            label(tr("Find your team's mission, together, in one room."), "lead", wrap=True)
        )
        self._own, complaints = own_methods()
        every = (*shipped_methods(), *self._own)
        self.methods = [MethodCard(each, screen_language(), self._actions(each)) for each in every]
        for card in self.methods:
            card.chosen.connect(partial(self.choose, card))
        self._shelf.put_cards(list(self.methods))
        self._fill_language()
        self._fill_recent()
        self._fill_new_here()
        whole = QWidget()
        set_look(whole, "paper")
        layout = column(whole, spacing=0)
        layout.addWidget(self.messages.banner)
        area = scrolled(self._shelf)
        self._shelf.reached.connect(area.ensureWidgetVisible)
        layout.addWidget(area)
        self.setCentralWidget(whole)
        if complaints:
            self.messages.warn("\n".join(complaints))
        self.methods[0].setFocus()
        self.choose(self.methods[0])

    def _head(self) -> QHBoxLayout:
        self.screen_choice = Choice(tuple(language_names().items()), tr("Language of the screen"))
        self.screen_choice.show_choice(screen_language())
        self.screen_choice.chosen.connect(self.change_screen)
        line = row(label("Mission Desk", "hero"), self.screen_choice, stretch=1)
        line.setAlignment(self.screen_choice, Qt.AlignmentFlag.AlignTop)
        return line

    def _actions(self, method: Method) -> Actions:
        if method.key == REVIEW:
            return [
                (tr("Last year's file…"), self.ask_last_year),
                (tr("Without it"), partial(self.start, REVIEW)),
            ]
        start: Actions = [(tr("Start"), partial(self.start, method.key))]
        return [*start, (tr("Remove"), partial(self._put_away, method))] if method in self._own else start

    def _put_away(self, method: Method) -> None:
        """Remove one's own method from the page, with a way back."""

        def back() -> None:
            saving_methods.bring_back(method)
            self._build()

        saving_methods.put_away(method)
        self._build()
        sentence = tr("“{title}” is no longer here.", title=method.title[screen_language()])
        self.messages.say(sentence, tr("Undo"), back)

    def _fill_recent(self) -> None:
        put = self._shelf.left_column.addWidget
        put(label(tr("Recent"), "strong"))
        self.recent = []
        now = time.time()
        for each in recent.recents():
            card = RecentCard(each, now)
            path = Path(each.path)
            card.pressed.connect(partial(self.opens.emit, path))
            if each.review_is_due(now):
                card.offer(tr("Start the review"), partial(self.start, REVIEW, path))
            self.recent.append(card)
            put(card)
        if not self.recent:
            put(self._no_recent())
        self._shelf.left_column.addStretch(1)

    def _no_recent(self) -> QWidget:
        empty = Card("card", (3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT), 2)
        empty.column.addWidget(label(tr("Your first workshop will stand here."), "strong", wrap=True))
        words = tr(
            "Start with one of the four above. It is saved from the first word on, in one file you can carry."
        )
        empty.column.addWidget(label(words, "tiny", wrap=True))
        return empty

    def _fill_new_here(self) -> None:
        self.sample = ActionCard(
            tr("Open the sample workshop"), tr("A finished day to click through, present and print.")
        )
        self.sample.pressed.connect(self.samples)
        keys = self._open.shortcut().toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.open_file = ActionCard(tr("Open a file…"), key=keys)
        self.open_file.pressed.connect(self.ask_open)
        put = self._shelf.right_column
        put.addWidget(label(tr("New here?"), "strong"))
        put.addWidget(self.sample)
        put.addWidget(self.open_file)
        put.addStretch(1)

    def _fill_language(self) -> None:
        """Room and desk may speak two languages: the facilitator's own stands at the top, the workshop's
        here."""
        self.language_choice = Choice(tuple(language_names().items()), tr("Language of the new workshop"))
        self.language_choice.show_choice(self.language)
        self.language_choice.chosen.connect(self._speak)
        words = label(tr("The new workshop, its stage and its posters speak"), "tiny", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shelf.below_cards.addWidget(words, 1)
        self._shelf.below_cards.addWidget(self.language_choice)

    def _speak(self, language: str) -> None:
        self.language = language

    # a file dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.opens.emit(path)


def dropped(event: QDropEvent) -> Path | None:
    """The one workshop file that is carried, or None."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".mission" else None
