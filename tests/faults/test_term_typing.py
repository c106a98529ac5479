"""Asked to end (SIGTERM: logging out, shutting down) while somebody types: every letter is in the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.whole.starting import start_workshop

ROOT = Path(__file__).parents[2]
# The whole program; a timer presses keys and says after each how many there were.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from mission_desk.ui.app import app
from mission_desk.ui.statement.editor.editor import StatementEditor

count = 0

def press():
    global count
    field = QApplication.focusWidget()
    if isinstance(field, StatementEditor):
        QTest.keyClick(field, "abcdefghijklmnopqrstuvwxyz"[count % 26])
        count += 1
        print(count, flush=True)

real = app.application

def application():
    made = real()
    made.timer = QTimer(made, interval=30)
    made.timer.timeout.connect(press)
    made.timer.start()
    return made

app.application = application
sys.exit(app.run(Path(sys.argv[1]), language="en"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_asked_to_end_while_typed_into_it_writes_every_letter(tmp_path: Path) -> None:
    path = tmp_path / "day.mission"
    doc = start_workshop(path, method("find-our-mission"), "en")
    drafts.add_draft(doc)
    desk_position.show_page(doc, "statement")
    doc.close()
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as child:  # fmt: skip
        assert child.stdout is not None
        while (typed := int(child.stdout.readline())) < 40:
            pass
        child.terminate()
        rest = child.stdout.read().split()
        typed = int(rest[-1]) if rest else typed
    assert child.returncode == 0
    doc = Document.open(path)
    words = drafts.drafts(doc)[0].text
    doc.close()
    assert words == ("abcdefghijklmnopqrstuvwxyz" * (typed // 26 + 1))[:typed]
