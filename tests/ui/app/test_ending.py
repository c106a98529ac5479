"""Asked from outside to end, the program closes its window well: nothing typed is lost, however often."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.half_typed import half_typed
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from tests.ui import typing

# Types into the real window, and says so before any of it can be in the file.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from mission_desk.core.stage import desk_position
from mission_desk.ui.app import app
from mission_desk.ui.desk.desk import Desk

def type_words():
    desk = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Desk))
    desk_position.show_page(desk.doc, "board")
    QTest.keyClicks(desk.pages["board"].bar.field, "zebra")
    print("typed", flush=True)

app.application()
QTimer.singleShot(0, type_words)
sys.exit(app.run(Path(sys.argv[1])))
"""

WAITING = """
import sys
from PySide6.QtCore import QTimer
from mission_desk.ui.app import app

app.application()
QTimer.singleShot(0, lambda: print("there", flush=True))
sys.exit(app.run(None))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")
def test_asked_to_end_a_welcome_page_that_nobody_touches_goes(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MISSION_DESK_HOME": str(tmp_path)}
    command = [sys.executable, "-c", WAITING]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "there\n"
        program.send_signal(signal.SIGTERM)
        try:
            assert program.wait(60) == 0
        finally:
            program.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 0), ("SIGHUP", 0)])
def test_asked_to_end_it_closes_the_file_with_all_that_was_typed(
    tmp_path: Path, doc: Document, name: str, code: int
) -> None:
    path = doc.path
    doc.close()
    command = [sys.executable, "-c", TYPING, str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed\n"
        program.send_signal(getattr(signal, name))
        _, complaints = program.communicate()
    assert (program.returncode, "Traceback" in complaints) == (code, False)
    assert [each.name for each in tmp_path.glob("day.mission*")] == ["day.mission"]
    with closing(Document.open(path)) as again:
        assert half_typed(again, typing.bar(again)).words == "zebra"


def test_words_that_cannot_be_written_keep_the_window_however_often_it_is_asked(
    qtbot: object, tmp_path: Path
) -> None:
    path = tmp_path / "typing.mission"
    typing.write_workshop(path)
    program = Program(quits=False)
    program.begin(path, sample=False)
    desk = program.window
    assert isinstance(desk, Desk)
    typing.statement(desk)
    typing.type_into(desk.pages["statement"].card.editor, "zebra")  # type: ignore[attr-defined]
    with typing.full_disk():
        for _ in range(3):
            program.end()
            assert desk.isVisible()
            assert "What you typed last is not in the file yet." in desk.messages.last
    assert desk.may_close()
    desk.close()
