"""What the posters page says where there is nothing to print yet: a sentence and the one thing to do."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from mission_desk.posters.contents import PosterKind
from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

ICON = 40


class Teaching(QFrame):
    """`wanted(page)` names the page where the missing thing is made."""

    wanted = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "card")
        self._page = "statement"
        picture = label()
        picture.setPixmap(icons.pixmap("printer", tokens.ink3, ICON, self.devicePixelRatioF()))
        self.sentence = label("", "lead", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verb = button("", self._emit_page)
        layout = column(self, (32, 32, 32, 32), 20)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.sentence)
        layout.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)

    def _emit_page(self) -> None:
        self.wanted.emit(self._page)

    def show_kind(self, kind: PosterKind) -> None:
        match kind:
            case "statement" | "board":
                self._page = "statement"
                self.sentence.setText(
                    tr("No statement is chosen yet. The draft that you choose appears here as a poster.")
                )
                self.verb.setText(tr("Go to the drafts"))
            case "result":
                self._page = "vote"
                self.sentence.setText(
                    tr("No poll is closed yet. When one is, its result can hang on the wall.")
                )
                self.verb.setText(tr("Go to the vote"))
            case _:
                assert_never(kind)
