"""Two wordings beside each other: what the second took out and put in, in one text or in two; and a third
made of the phrases one likes best of both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.core.file.rows import Draft
from mission_desk.language.statement.worddiff import Span, word_diff
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.statement.workbench.diff import DiffText
from mission_desk.ui.statement.workbench.phrase_picker import PhrasePicker
from mission_desk.ui.statement.workbench.wordings import Wording, wordings
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

LETTERS = 20  # a list of wordings is as wide as so many
Key = tuple[int, int]


class Compare(Card):
    """`made(parents, text)` when a new draft is wanted of what was picked."""

    made = Signal(object, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=10)
        self._doc, tokens = place.doc, place.tokens
        self._now: tuple[Wording, Wording] | None = None
        self._chosen: tuple[Key | None, Key | None] = (None, None)
        self.left = Chooser(tokens, tr("The wording to compare"))
        self.right = Chooser(tokens, tr("The wording it is compared with"))
        ways = (
            ("inline", tr("In one text")),
            ("beside", tr("Side by side")),
            ("pick", tr("Pick phrases")),
        )
        self.way = Choice(ways, tr("How to compare"))
        self.way.show_choice("inline")
        self._count = label("", "tiny")
        self._one, self._old, self._new = (DiffText(tokens) for _ in range(3))
        self.phrase_picker = PhrasePicker(place.unwritten)
        self.phrase_picker.made.connect(self._make)
        self._build()

    def _build(self) -> None:
        for place, chooser in enumerate((self.left, self.right)):
            chooser.setMinimumContentsLength(LETTERS)
            chooser.chosen.connect(partial(self._choose, place))
        self.way.chosen.connect(lambda _way: self._show())
        self.column.addLayout(row(self.left, label("↔", "quiet"), self.right, self._count, stretch=4))
        self.column.addLayout(row(self.way, stretch=1))
        self._beside = QWidget()
        set_look(self._beside, "clear")
        sides = QHBoxLayout(self._beside)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        sides.addWidget(self._old, 1)
        sides.addWidget(self._new, 1)
        for part in (self._one, self._beside, self.phrase_picker):
            self.column.addWidget(part)

    def show_draft(self, draft: Draft) -> None:
        every = wordings(self._doc)
        keys = [each.key for each in every]
        left, right = (key if key in keys else None for key in self._chosen)
        usual = _usual(draft.id, keys)
        first, second = left or usual[0], right or usual[1]
        for chooser, key in ((self.left, first), (self.right, second)):
            # A combo box compares what it is given by Qt's rules, in which tuples are not alike.
            chooser.show_entries([(_entry(each.key), each.name) for each in every])
            chooser.show_choice(_entry(key))
        by_key = {each.key: each for each in every}
        self._now = (by_key[first], by_key[second])
        self._show()

    def begin(self, draft: int) -> None:
        """Another draft is shown: what was chosen for the one before says nothing of it."""
        if self._chosen[0] is None or self._chosen[0][0] != draft:
            self._chosen = (None, None)

    def texts(self) -> tuple[str, ...]:
        """What is drawn, for those who cannot see colours."""
        shown = (self._one, self._old, self._new)
        return tuple(each.toPlainText() for each in shown if each.isVisibleTo(self))

    def _choose(self, place: int, entry: object) -> None:
        if self._now is None:
            return
        first, second = (each.key for each in self._now)
        key = _key(str(entry))
        self._chosen = (key, second) if place == 0 else (first, key)
        draft = self._doc.find(Draft, self._chosen[0][0] if self._chosen[0] else None)
        if draft is not None:
            self.show_draft(draft)

    def _show(self) -> None:
        if self._now is None:
            return
        first, second = self._now
        way = self.way.choice()
        self._one.setVisible(way == "inline")
        self._beside.setVisible(way == "beside")
        self.phrase_picker.setVisible(way == "pick")
        spans = word_diff(first.text, second.text)
        changed = sum(1 for span in spans if span.kind != "kept")
        self._count.setText(trn("{n} change", "{n} changes", changed) if changed else tr("the same words"))
        if way == "inline":
            self._one.show_spans(spans)
        elif way == "beside":
            self._old.show_spans(_without(spans, "added"))
            self._new.show_spans(_without(spans, "removed"))
        else:
            self.phrase_picker.show_wordings(first, second)

    def _make(self, text: str) -> None:
        if self._now is not None:
            self.made.emit([each.key[0] for each in self._now], text)


def _entry(key: Key) -> str:
    return f"{key[0]}/{key[1]}"


def _key(entry: str) -> Key:
    draft, version = entry.split("/")
    return int(draft), int(version)


def _usual(draft: int, keys: list[Key]) -> tuple[Key, Key]:
    """A draft beside the one after it; one that is alone with its own version before."""
    now = (draft, 0)
    drafts = [key for key in keys if key[1] == 0]
    if len(drafts) > 1:
        return now, drafts[(drafts.index(now) + 1) % len(drafts)]
    versions = [key for key in keys if key[1]]
    return (versions[min(1, len(versions) - 1)], now) if versions else (now, now)


def _without(spans: tuple[Span, ...], kind: str) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.kind != kind)
