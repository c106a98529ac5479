"""What stands above both triples: the chosen mission and vision, the question of the step, and how far it
is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mission_desk.core.file.closed_sets import SIDES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.plan import priorities
from mission_desk.core.plan.gaps import Gap
from mission_desk.core.statement import drafts
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.labels import hair, label, set_look
from mission_desk.words import tr, trn


class PrioritiesHead(QWidget):
    def __init__(self, doc: Document) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = doc
        self._mission, self._vision = label("", "statement", wrap=True), label("", "serif", wrap=True)
        self._mission_line = _line(label(tr("Our mission"), "section"), self._mission)
        self._vision_line = _line(label(tr("Our vision"), "section"), self._vision)
        self._below = hair()
        self._question = label("", "heading", wrap=True)
        self.pill = label("", "pill")
        self.pill.setMinimumHeight(theme.PILL_HEIGHT)
        question = row(self._question, self.pill)
        question.setStretch(0, 1)
        question.setAlignment(self.pill, Qt.AlignmentFlag.AlignTop)
        layout = column(self, spacing=UNIT)
        for part in (self._mission_line, self._vision_line, self._below):
            layout.addWidget(part)
        layout.addSpacing(2 * UNIT)
        layout.addLayout(question)
        sentence = tr("Three, not ten. Something a customer would notice, with a number where there is one.")
        layout.addWidget(label(sentence, "quiet", wrap=True))

    def follow(self, gaps: list[Gap]) -> None:
        mission, vision = drafts.chosen_mission(self._doc), drafts.chosen_vision(self._doc)
        _show(self._mission_line, self._mission, mission)
        _show(self._vision_line, self._vision, vision)
        chosen = _words(mission) or _words(vision)
        self._below.setVisible(bool(chosen))
        asks = tr("Which three things make this sentence true?")
        self._question.setText(asks if chosen else tr("What will we be known for this year?"))
        self._show_pill(len(gaps))

    def _show_pill(self, gaps: int) -> None:
        every = [each for side in SIDES for each in priorities.priorities(self._doc, side)]
        written = sum(priorities.is_written(each) for each in every)
        whole = written == 2 * priorities.COUNT
        set_look(self.pill, "pill-warn" if gaps else "pill")
        linked = tr("3 and 3, every one linked") if whole else tr("{n} of 6 written", n=written)
        self.pill.setText(trn("{n} thing missing", "{n} things missing", gaps) if gaps else linked)


def _line(name: QLabel, words: QLabel) -> QWidget:
    line = QWidget()
    set_look(line, "clear")
    inside = row(name, words, spacing=4 * UNIT)
    inside.setStretch(1, 1)
    line.setLayout(inside)
    return line


def _words(draft: Draft | None) -> str:
    return draft.text.strip() if draft is not None else ""


def _show(line: QWidget, words: QLabel, draft: Draft | None) -> None:
    words.setText(_words(draft))
    line.setVisible(bool(_words(draft)))
