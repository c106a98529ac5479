"""Has posters written as files: asks where, hands frozen posters to the worker, says what became of them."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from mission_desk.core.file.errors import KnownError
from mission_desk.core.room import scene
from mission_desk.own_files import free_path
from mission_desk.posters.sheets.paper import Paper
from mission_desk.ui.posters import selection
from mission_desk.ui.posters.poster_worker import File, Outcome, PosterWorker
from mission_desk.ui.posters.selection import Selection, Wanted
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST = 120  # characters; file systems take 255 bytes, and letters may have four


class Printing(QObject):
    """`progress_changed(done, total)` while files are written; 0 of 0 when all are. `awake` while the page is
    in sight: only then the rows are read. `there` says that the chosen poster can be printed, `count` how
    many can."""

    progress_changed = Signal(int, int)

    def __init__(self, place: Workplace, worker: PosterWorker) -> None:
        super().__init__(worker)
        self._place, self._doc, self._worker = place, place.doc, worker
        self.writes = False
        self.awake = False
        self.there = False
        self.count = 0
        worker.progressed.connect(self.progress_changed)
        worker.finished.connect(self._end)
        worker.broke.connect(self._break_off)

    def may_save(self) -> bool:
        return self._is_ready() and self.there

    def may_save_all(self) -> bool:
        return self._is_ready() and self.count > 0

    def _is_ready(self) -> bool:
        return self.awake and not self.writes

    def save(self) -> None:
        choice = selection.selection(self._doc)
        wanted = selection.wanted(self._doc, choice)
        proposal = self._doc.path.parent / self._file_name(wanted, choice)
        path = self._place.messages.ask_save(tr("Save the poster"), proposal, tr("PDF document (*.pdf)"))
        if path is not None:
            self.write((File(path, wanted.poster, choice.size, selection.plan(choice)),))

    def save_all(self) -> None:
        folder = self._place.messages.ask_folder(tr("A folder for the posters"), self._doc.path.parent)
        if folder is None:
            return
        choice = selection.selection(self._doc)
        every = [selection.wanted(self._doc, each) for each in selection.everything(self._doc, choice)]
        paths = free_paths(folder, [self._file_name(each, choice) for each in every])
        plan = selection.plan(choice)
        self.write(
            tuple(File(path, each.poster, choice.size, plan) for path, each in zip(paths, every, strict=True))
        )

    def _file_name(self, wanted: Wanted, choice: Selection) -> str:
        return file_name(scene.workshop(self._doc).title, wanted.name, choice.size)

    def write(self, files: tuple[File, ...]) -> None:
        self.writes = True
        self.progress_changed.emit(0, 1)
        self._place.commands.refresh()
        self._worker.save(files)

    def _end(self, outcome: Outcome) -> None:
        self._stop()
        if not outcome.written:
            self._place.messages.say(outcome_words(outcome))
            return
        folder = QUrl.fromLocalFile(str(outcome.written[0].parent))
        self._place.messages.say(
            outcome_words(outcome), tr("Show in folder"), lambda: QDesktopServices.openUrl(folder)
        )

    def _break_off(self) -> None:
        self._stop()
        error = KnownError(tr("The poster could not be made. The workshop itself is safe."))
        self._place.messages.complain(error)

    def _stop(self) -> None:
        self.writes = False
        self.progress_changed.emit(0, 0)
        if self.awake:
            self._place.commands.refresh()


def outcome_words(outcome: Outcome) -> str:
    """What the toast says."""
    count, total = len(outcome.written), outcome.total
    some = trn("{count} of {n} file was written.", "{count} of {n} files were written.", total, count=count)
    if outcome.complaint:
        return f"{outcome.complaint} {some}" if total > 1 else outcome.complaint
    if outcome.stopped:
        return tr("Stopped. {what}", what=some)
    if total == 1:
        return tr("Saved as {name}", name=outcome.written[0].name)
    folder: Path = outcome.written[0].parent
    return trn(
        "Saved {n} poster in {folder}", "Saved {n} posters in {folder}", total, folder=folder.name or folder
    )


def file_name(workshop: str, poster: str, size: Paper) -> str:
    """ "Northwind – Mission statement A1.pdf"."""
    words = f"{workshop} – {poster}" if workshop.strip() else poster
    plain = " ".join(NOT_IN_NAMES.sub(" ", words).split()).strip(". ")
    return f"{plain[:LONGEST].strip()} {size.name}.pdf"


def free_paths(folder: Path, names: list[str]) -> list[Path]:
    """Paths in the folder that are not taken: "name (2).pdf" where one is."""
    paths: list[Path] = []
    for name in names:
        taken = {path.name for path in paths}
        paths.append(free_path(folder, Path(name).stem, ".pdf", " ({})", taken))
    return paths
