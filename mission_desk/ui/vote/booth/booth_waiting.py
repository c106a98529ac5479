"""What the person sees who has filled a ballot in: it is covered, not counted yet, and can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr


class BoothWaiting(QWidget):
    """The page itself has the focus, so that Enter neither counts the ballot nor shows it again."""

    counted = Signal()
    changes = Signal()

    def __init__(self, language: str, *, secret: bool) -> None:
        super().__init__()
        set_look(self, "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        centre = Qt.AlignmentFlag.AlignHCenter
        title = label(tr("Your ballot is not counted yet", language), "hero", wrap=True)
        words = label(_after(language, secret=secret), "lead", wrap=True)
        self.next = button(tr("Next person", language), self.counted.emit, "filled-large")
        self.change = button(tr("Change my ballot", language), self.changes.emit, "quiet")
        layout = column(self, (40, 40, 40, 40), 20)
        layout.addStretch(3)
        for part in (title, words):
            part.setAlignment(centre)
            layout.addWidget(part)
        layout.addSpacing(16)
        layout.addWidget(self.next, 0, centre)
        layout.addWidget(self.change, 0, centre)
        layout.addStretch(3)

    def focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _after(language: str, *, secret: bool) -> str:
    """What becomes of the ballot: an open one is not hidden from anybody."""
    if secret:
        return tr(
            "It is counted when you press “Next person”. Until then you can change it; after that, "
            "nobody can find it again.",
            language,
        )
    return tr(
        "It is counted when you press “Next person”. Until then you can change it; after that, the "
        "facilitator can, as long as the poll is open.",
        language,
    )
