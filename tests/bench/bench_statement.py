"""What a key costs in a draft of 400 characters: until findings, spelling and signs are judged and painted,
beside the same key in a plain text field of the same size.

`python -m tests.bench.bench_statement [en | de]` prints one JSON line; see README.md."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.whole.sample import build_sample
from mission_desk.ui.app.app import application
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.statement.page import StatementPage
from tests.bench.floor import tell

KEYS = 60
SENTENCES = {
    "en": "We are the calm voice that gives small shops their evenings back, with best-in-class answers, "
    "world-class for all our stakeholders, who recieve innovative solutions in one call. ",
    "de": "Wir sind die ruhige Stimme, die kleinen Läden den Feierabend zurückgibt, mit innovativen Lösungen "
    "und erstklassigem Service auf Augenhöhe, vieleicht sogar in einem einzigen Anruf. ",
}


def a_key(app: QApplication, field: QPlainTextEdit) -> float:
    """Milliseconds from the key until everything is painted."""
    started = time.perf_counter()
    QTest.keyClick(field, "e")
    app.processEvents()
    return (time.perf_counter() - started) * 1000


def page_with(desk: Desk, text: str) -> StatementPage:
    desk_position.show_draft(desk.doc, drafts.add_draft(desk.doc, text=text))
    page = desk.pages["statement"]
    assert isinstance(page, StatementPage)
    return page


def main(language: str) -> None:
    app = application()
    text = (SENTENCES[language] * 3)[:400]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.mission"
        build_sample(path, language)
        desk = Desk(Document.open(path), theme.LIGHT)
        desk.resize(1600, 900)
        desk.show()
        page = page_with(desk, text)
        plain = QPlainTextEdit(text)
        plain.resize(page.card.editor.size())
        plain.show()
        while not page.findings.marks:
            app.processEvents()
        judged, floor, whole = [], [], []
        for _ in range(KEYS):
            floor.append(a_key(app, plain))
            whole.append(a_key(app, page.card.editor))
            started = time.perf_counter()
            page.findings.judge()
            judged.append((time.perf_counter() - started) * 1000)
        tell(
            language=language, characters=len(text), places=len(page.findings.marks),
            judged_ms=round(median(judged), 2), key_ms=round(median(whole), 2),
            key_p95_ms=round(sorted(whole)[int(KEYS * 0.95)], 2), plain_key_ms=round(median(floor), 2),
            ratio=round(median(whole) / median(floor), 1),
        )  # fmt: skip
        desk.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "en")
