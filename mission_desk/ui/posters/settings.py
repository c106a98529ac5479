"""How the poster is printed: its size, the paper in the printer, its look, and the buttons that write it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QWidget

from mission_desk.posters.sheets.paper import PAPERS, SHEETS
from mission_desk.posters.sheets.tiling import TilePlan
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import action_button, button, tooltip
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.posters.selection import WHOLE, Selection
from mission_desk.ui.posters.swatches import Swatches
from mission_desk.words import tr, trn

OVERLAPS = (0, 5, 10, 15, 20, 30)  # mm


class Settings(QWidget):
    """`chosen(dict)` carries what was changed; shows a Selection and keeps none."""

    chosen = Signal(dict)
    cancelled = Signal()

    def __init__(self, tokens: Tokens, save: QAction, everything: QAction) -> None:
        super().__init__()
        set_look(self, "clear")
        self._everything_action = everything
        layout = column(self, spacing=10)
        layout.addWidget(label(tr("Print"), "section"))
        layout.addWidget(self._paper_card(tokens))
        self.look_card = self._look_card(tokens)
        layout.addWidget(self.look_card)
        self.missing = label("", "warn", wrap=True)
        self.missing.hide()
        layout.addWidget(self.missing)
        self.save = action_button(save, "filled")
        self.everything = button("", everything.trigger)
        everything.changed.connect(self._follow_everything)
        for widget in (self.save, self.everything, self._progress_row()):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._follow_everything()

    def _paper_card(self, tokens: Tokens) -> Card:
        card = Card(spacing=6)
        self.paper = self._chooser(tokens, tr("Poster size"), "paper")
        self.paper.show_entries([(each.name, each.name) for each in PAPERS])
        self.lying = Choice(
            (("upright", tr("Portrait")), ("across", tr("Landscape"))), tr("Portrait or landscape")
        )
        self.lying.chosen.connect(lambda key: self.chosen.emit({"landscape": key == "across"}))
        self.sheet = self._chooser(tokens, tr("Paper in the printer"), "sheet")
        self.sheet.show_entries([(WHOLE, tr("One whole sheet")), *((name, name) for name in SHEETS)])
        self.plan = self._chooser(tokens, tr("Size and sheets"), "sheets")
        self.overlap = self._chooser(tokens, tr("Overlap to glue"), "overlap")
        labels = [
            label(each.accessibleName(), "tiny") for each in (self.paper, self.sheet, self.plan, self.overlap)
        ]
        self._only_tiled = (labels[2], self.plan, labels[3], self.overlap)
        for widget in (labels[0], self.paper, self.lying, labels[1], self.sheet, *self._only_tiled):
            card.column.addWidget(widget)
        return card

    def _look_card(self, tokens: Tokens) -> Card:
        card = Card(spacing=8)
        self.swatches = Swatches(tokens)
        self.swatches.chosen.connect(partial(self._emit, "look"))
        self.face = Choice((("serif", tr("Serif")), ("bold", tr("Bold"))), tr("Lettering"))
        self.face.chosen.connect(partial(self._emit, "face"))
        self.ink_saver = button(tr("Ink saver: white ground"))
        self.ink_saver.setCheckable(True)
        self.ink_saver.clicked.connect(self._choose_ink)
        for widget in (label(tr("Look"), "tiny"), self.swatches, self.face, self.ink_saver):
            card.column.addWidget(widget)
        return card

    def _chooser(self, tokens: Tokens, name: str, field: str) -> Chooser:
        chooser = Chooser(tokens, name)
        chooser.chosen.connect(partial(self._emit, field))
        return chooser

    def _emit(self, field: str, value: object) -> None:
        self.chosen.emit({field: value})

    def _choose_ink(self, saves: bool) -> None:
        self._emit("ink_saver", saves)

    def _progress_row(self) -> QWidget:
        self.progress = QWidget()
        layout = column(self.progress, spacing=6)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button(tr("Cancel"), self.cancelled.emit, "quiet")
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel)
        self.progress.hide()
        return self.progress

    def show_selection(self, choice: Selection, offers: tuple[TilePlan, ...], plan: TilePlan | None) -> None:
        self.paper.show_choice(choice.paper)
        self.lying.show_choice("across" if choice.landscape else "upright")
        self.sheet.show_choice(choice.sheet)
        self.plan.show_entries([(offer.sheets, plan_words(offer)) for offer in offers])
        self.plan.show_choice(plan.sheets if plan else None)
        self.overlap.show_entries([(mm, f"{mm} mm") for mm in sorted({*OVERLAPS, choice.overlap})])
        self.overlap.show_choice(choice.overlap)
        for widget in self._only_tiled:
            widget.setVisible(bool(offers))
        self.swatches.show_look(choice.look)
        self.face.show_choice(choice.face)
        self.ink_saver.setChecked(choice.ink_saver)
        self.look_card.setVisible(choice.kind == "statement")

    def show_count(self, count: int) -> None:
        self.everything.setText(
            trn("Everything for the wall ({n} file)", "Everything for the wall ({n} files)", count)
        )

    def show_missing(self, missing: tuple[str, ...]) -> None:
        self.missing.setVisible(bool(missing))
        listed = " ".join(missing[:12])
        self.missing.setText(
            tr("No font here can print: {characters}. Write it in other characters.", characters=listed)
        )

    def show_progress(self, done: int, total: int) -> None:
        """Nothing to do where `total` is 0."""
        self.progress.setVisible(total > 0)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _follow_everything(self) -> None:
        self.everything.setEnabled(self._everything_action.isEnabled())
        set_tip(self.everything, tooltip(self._everything_action))


def plan_words(plan: TilePlan) -> str:
    """3 × 4 = 12 sheets + map; with the size in per cent where it is not the full one."""
    if plan.sheets == 1:
        return plan.words()
    grid = tr("{columns} × {rows} = {sheets}", columns=plan.columns, rows=plan.rows, sheets=plan.words())
    return tr("{sheets} + map", sheets=grid) if plan.percent == 100 else grid
