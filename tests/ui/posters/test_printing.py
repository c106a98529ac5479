"""What is seen is what is written, in one piece or not at all."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.posters import selection
from mission_desk.ui.posters.poster_worker import File, Outcome
from mission_desk.ui.posters.printing import file_name, free_paths, outcome_words
from mission_desk.ui.posters.selection import Selection
from tests.ui.posters.room import idle, opened


def answer(path: Path) -> None:
    """Types a path into the file dialog as soon as it is there, and Enter."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, type_it)
            return
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        QTimer.singleShot(0, lambda: dialog.done(1))

    QTimer.singleShot(0, type_it)


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_save_writes_what_is_shown(qtbot: QtBot, sample_desk: Desk, tmp_path: Path) -> None:
    room = opened(qtbot, sample_desk)
    path = tmp_path / "wall.pdf"
    answer(path)
    qtbot.mouseClick(room.settings.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists)
    idle(qtbot, room)
    plan = selection.plan(selection.selection(sample_desk.doc))
    assert plan is not None
    assert pages_of(path) == plan.sheets + 1
    qtbot.waitUntil(lambda: sample_desk.messages.last == "Saved as wall.pdf")
    assert not room.settings.progress.isVisible()


def test_everything_for_the_wall(qtbot: QtBot, sample_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "wall"
    folder.mkdir()
    selection.choose(sample_desk.doc, sheet=selection.WHOLE, paper="A3")
    room = opened(qtbot, sample_desk)
    answer(folder)
    qtbot.mouseClick(room.settings.everything, Qt.MouseButton.LeftButton)
    every = selection.everything(sample_desk.doc, selection.selection(sample_desk.doc))
    qtbot.waitUntil(lambda: "posters in wall" in sample_desk.messages.last, timeout=20_000)
    idle(qtbot, room)
    assert len(list(folder.glob("*.pdf"))) == len(every)
    assert str(len(every)) in room.settings.everything.text()
    assert not list(folder.glob(".*"))


def test_stopping_leaves_the_old_file(qtbot: QtBot, sample_desk: Desk, tmp_path: Path) -> None:
    selection.choose(sample_desk.doc, paper="A0")
    room = opened(qtbot, sample_desk)
    choice = selection.selection(sample_desk.doc)
    poster, plan = selection.wanted(sample_desk.doc, choice).poster, selection.plan(choice)
    paths = [*(tmp_path / f"{n}.pdf" for n in range(60)), tmp_path / "old.pdf"]
    paths[-1].write_text("old")
    room.printing.write(tuple(File(path, poster, choice.size, plan) for path in paths))
    qtbot.mouseClick(room.settings.cancel, Qt.MouseButton.LeftButton)
    idle(qtbot, room)
    assert paths[-1].read_text() == "old"
    assert sample_desk.messages.last.startswith("Stopped.")
    assert room.printing.may_save()


def test_a_place_that_takes_no_file(qtbot: QtBot, sample_desk: Desk, tmp_path: Path) -> None:
    room = opened(qtbot, sample_desk)
    choice = selection.selection(sample_desk.doc)
    poster = selection.wanted(sample_desk.doc, choice).poster
    room.printing.write((File(tmp_path, poster, choice.size, None),))
    idle(qtbot, room)
    assert "is a folder" in sample_desk.messages.last


def test_names_of_files(tmp_path: Path) -> None:
    name = file_name('A/B: "C"\x00', "Boards", Selection().size)
    assert name == "A B C – Boards A1.pdf"
    (tmp_path / name).write_text("")
    taken = free_paths(tmp_path, [name, name])
    assert [path.name for path in taken] == ["A B C – Boards A1 (2).pdf", "A B C – Boards A1 (3).pdf"]


def test_what_became_of_an_order() -> None:
    one, two = Path("wall/a.pdf"), Path("wall/b.pdf")
    assert outcome_words(Outcome((one,), 1, False, "")) == "Saved as a.pdf"
    assert outcome_words(Outcome((one, two), 2, False, "")) == "Saved 2 posters in wall"
    assert outcome_words(Outcome((one,), 9, True, "")) == "Stopped. 1 of 9 files were written."
    assert outcome_words(Outcome((), 1, False, "No room.")) == "No room."
    assert outcome_words(Outcome((one,), 9, False, "No room.")) == "No room. 1 of 9 files were written."
