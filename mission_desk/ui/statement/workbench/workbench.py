"""The panels under the editor and what is done in them: versions, comparisons, notes, parts, tests, the
hunt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import BENCH_TABS, BenchTab, PartKey
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft, Version
from mission_desk.core.stage import desk_position, putting
from mission_desk.core.statement import (
    buzzword_hunt,
    draft_sources,
    draft_tests,
    forking,
    gut_feelings,
    parts,
)
from mission_desk.ui.statement.editor.editor import StatementEditor
from mission_desk.ui.statement.editor.shelf import Shelf
from mission_desk.ui.statement.workbench.compare import Compare
from mission_desk.ui.statement.workbench.diff import DiffCard
from mission_desk.ui.statement.workbench.hunt_panel import HuntPanel
from mission_desk.ui.statement.workbench.part_view import PartView
from mission_desk.ui.statement.workbench.trials_panel import Trials
from mission_desk.ui.statement.workbench.versions import VersionsCard
from mission_desk.ui.statement.workbench.workbench_tabs import WorkbenchTabs
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Workbench(QObject):
    """Puts the panels together. `placed` when something was put into the draft."""

    placed = Signal()

    def __init__(self, place: Workplace, editor: StatementEditor) -> None:
        super().__init__(editor)
        self._place, self._doc = place, place.doc
        self._editor = editor
        self._draft: Draft | None = None
        doc, tokens = place.doc, place.tokens
        self.diff, self.versions = DiffCard(doc, tokens), VersionsCard(doc)
        self.compare, self.shelf = Compare(place), Shelf(doc, tokens)
        self.parts, self.trials, self.hunt = PartView(doc), Trials(place), HuntPanel(place)
        panels: tuple[QWidget, ...] = (
            self.diff, self.versions, self.compare, self.shelf, self.parts, self.trials, self.hunt,
        )  # fmt: skip
        self.tabs = WorkbenchTabs(dict(zip(BENCH_TABS, panels, strict=True)))
        self._connect()
        self._register()

    def _connect(self) -> None:
        self.tabs.chosen.connect(partial(desk_position.show_bench, self._doc))
        self.versions.forked.connect(self._fork_version)
        self.compare.made.connect(self._make)
        self.shelf.wants.connect(lambda note, words: self.place_words(note, words, self._editor.place()))
        self.shelf.ties.connect(self._tie)
        self._editor.dropped.connect(self.place_words)
        self.parts.marks.connect(self._mark_part)
        self.parts.clears.connect(lambda key: self._on_draft(partial(parts.mark_part, key=key, phrase="")))
        self.trials.swap.chosen.connect(self._show_swap)

    def _register(self) -> None:
        on, has = self._place.commands.on, self._has_draft
        for key in BENCH_TABS:
            on(f"bench.{key}", partial(self._show_bench, key), has)
        on("draft.fork", self._fork, self._has_words)
        on("test.swap", self._swap, self._has_words)
        on("test.heart", self._by_heart, self._has_words)
        on("hunt.buzz", self._buzz, self._has_words)
        on("gut.ask", partial(self._on_draft, gut_feelings.ask), self._has_words)
        on("gut.stage", self._show_feelings)

    def show_draft(self, draft: Draft | None) -> None:
        """Read only the open panel anew: reading the others would take as long as a key may take."""
        if draft is None or self._draft is None or draft.id != self._draft.id:
            self.compare.begin(draft.id if draft else 0)
        self._draft = draft
        self.tabs.setVisible(draft is not None)
        if draft is None:
            return
        key = desk_position.bench(self._doc)
        self.tabs.show_panel(key)
        panel = self.tabs.panel(key)
        if panel is self.shelf:
            self.shelf.show_notes()
        else:
            panel.show_draft(draft)  # type: ignore[attr-defined]

    def place_words(self, note: int, words: str, at: int) -> None:
        """Put a note's words into the draft; the cursor goes behind them."""
        self._place.unwritten.settle()
        places: list[tuple[int, int]] = []
        self._on_draft(lambda doc, draft, source: places.append(
            draft_sources.place_words(doc, draft, note, words, at, source=source)
        ))  # fmt: skip
        if places:
            self._editor.select(" ".join(words.split()))
            self.placed.emit()

    def _on_draft(self, do: Callable[..., object]) -> None:
        self._place.unwritten.settle()
        if self._draft is None or self._doc.find(Draft, self._draft.id) is None:
            return
        try:
            do(self._doc, self._draft.id, source=self)
        except KnownError as error:
            self._place.messages.complain(error)

    def _phrase(self) -> str:
        """The selected words; says what to do where none are."""
        phrase = self._editor.phrase()
        if not phrase:
            self._place.messages.say(tr("Select the words in the draft first."))
        return phrase

    def _tie(self, note: int) -> None:
        if phrase := self._phrase():
            self._on_draft(partial(draft_sources.link_note, note=note, phrase=phrase))

    def _mark_part(self, key: PartKey) -> None:
        if phrase := self._phrase():
            self._on_draft(partial(parts.mark_part, key=key, phrase=phrase))

    def _buzz(self) -> None:
        """The selected words; else the word at the cursor."""
        phrase = self._editor.phrase() or self._editor.word_here()
        if phrase:
            self._on_draft(partial(buzzword_hunt.call, phrase=phrase))
            self._show_bench("hunt")

    def _fork(self) -> None:
        self._place.unwritten.settle()
        if self._draft is not None:
            self._make([self._draft.id], self._doc.row(Draft, self._draft.id).text)

    def _fork_version(self, version: int) -> None:
        row = self._doc.row(Version, version)
        self._make([row.draft], row.text)

    def _make(self, parents: list[int], text: str) -> None:
        self._place.unwritten.settle()
        try:
            made = forking.new_from(self._doc, parents, text, source=self)
        except KnownError as error:
            self._place.messages.complain(error)
            return
        self.compare.phrase_picker.forget(text)
        desk_position.show_draft(self._doc, made)
        self._editor.setFocus()

    def _show_feelings(self) -> None:
        """On stage they need their draft beside them."""
        gut_feelings.turn_on_stage(self._doc)
        if gut_feelings.on_stage(self._doc):
            self._put_on_stage()

    def _put_on_stage(self) -> None:
        if self._draft is not None:
            putting.put_draft(self._doc, self._draft.id, source=self)

    def _show_swap(self, key: object) -> None:
        draft_tests.show_swap(self._doc, str(key))
        self._put_on_stage()

    def _swap(self) -> None:
        self._place.unwritten.settle()
        self._put_on_stage()
        if draft_tests.next_swap(self._doc, source=self) or not draft_tests.trades(self._doc):
            desk_position.show_bench(self._doc, "tests")

    def _by_heart(self) -> None:
        self._place.unwritten.settle()
        desk_position.show_bench(self._doc, "tests")
        self.trials.heart.begin()
        self._put_on_stage()

    def _show_bench(self, key: BenchTab) -> None:
        """The hunt is begun with the room, so its command puts it on stage; clicking its tab does not."""
        desk_position.show_bench(self._doc, key)
        if key == "hunt" and self._draft is not None:
            putting.put_hunt(self._doc, self._draft.id, source=self)

    def _has_draft(self) -> bool:
        return desk_position.draft(self._doc) is not None

    def _has_words(self) -> bool:
        draft = desk_position.draft(self._doc)
        return draft is not None and bool(draft.text.strip() or self._editor.toPlainText().strip())
