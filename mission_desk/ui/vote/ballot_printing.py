"""Has paper ballots written as PDF: asks where, says how many sheets. The PDF writer is imported when the
first ballot is printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from mission_desk.core.file.rows import Poll
from mission_desk.posters.sheets.paper import paper
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


def sheet_name() -> str:
    """The paper in this person's printer, as the system's measures tell it."""
    metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return "A4" if metric else "Letter"


def print_ballots(place: Workplace, poll: Poll, *, numbered: bool) -> None:
    from mission_desk.posters.kinds.ballot_sheets import write_ballots
    from mission_desk.posters.kinds.ballots_from_rows import ballot_sheets

    name = f"{place.doc.path.stem} – {tr('ballots')} {sheet_name()}.pdf"
    target = place.messages.ask_save(
        tr("Save the ballots"), place.doc.path.with_name(name), tr("PDF document (*.pdf)")
    )
    if target is None:
        return
    sheets = write_ballots(target, ballot_sheets(place.doc, poll, numbered=numbered), paper(sheet_name()))
    folder = QUrl.fromLocalFile(str(target.parent))
    words = trn("{n} sheet saved as {name}", "{n} sheets saved as {name}", sheets, name=target.name)
    place.messages.say(words, tr("Show in folder"), partial(QDesktopServices.openUrl, folder))
