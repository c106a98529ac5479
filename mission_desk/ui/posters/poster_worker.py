"""Everything that makes or reads a PDF, in one thread of its own: previews (the newest request wins) and
files. Frozen posters in, pictures and paths out; the document never comes here."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.contents import Poster
from mission_desk.posters.sheets.paper import Paper
from mission_desk.posters.sheets.tiling import TilePlan
from mission_desk.posters.write import Cancelled, Progress, poster_bytes, write_poster
from mission_desk.ui.parts.worker_thread import WorkerThread
from mission_desk.ui.posters.pictures import missing_characters, picture_of

KEPT_PDFS = 4


class Order(Struct, frozen=True):
    """A picture to make: `key` says for whom, so that a newer order for the same place replaces it."""

    key: str
    poster: Poster
    paper: Paper
    width: int
    height: int


class PosterPicture(Struct, frozen=True):
    """The picture, in px at most as large as ordered; `missing` are characters that no bundled font has."""

    order: Order
    image: QImage
    missing: tuple[str, ...]


class File(Struct, frozen=True):
    path: Path
    poster: Poster
    paper: Paper
    plan: TilePlan | None


class Outcome(Struct, frozen=True):
    """What became of an order for files: those that are written, and why it ended early (or empty)."""

    written: tuple[Path, ...]
    total: int
    stopped: bool
    complaint: str


class PosterWorker(WorkerThread):
    """Makes pictures of posters, and files; the newest order for a picture wins."""

    shot = Signal(object)
    refused = Signal(object, str)  # an order and the sentence why
    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("posters", parent)
        self._orders: dict[str, Order] = {}
        self._files: list[tuple[File, ...]] = []
        self._alone = False
        self._cancel = threading.Event()
        self._pdfs: dict[tuple[Poster, Paper], bytes] = {}

    def picture(self, order: Order) -> None:
        with self.lock:
            self._orders[order.key] = order
        self.start_work()

    def save(self, files: tuple[File, ...]) -> None:
        with self.lock:
            self._files.append(files)
        self._cancel.clear()
        self.start_work()

    def cancel(self) -> None:
        """Stop writing; files that are finished stay."""
        self._cancel.set()

    # from here on in the thread

    def take_turn(self) -> bool:
        """The next piece of work; False where there is none."""
        files, order = self._next()
        if files:
            self.tell(PosterWorker.finished, self._written(files))
        elif order and not self._alone:
            self._print(order)
        return bool(files or order)

    def nobody_listens(self) -> None:
        """Finish files, but no pictures."""
        self._alone = True

    def _next(self) -> tuple[tuple[File, ...], Order | None]:
        """Files come before pictures, the page's preview before its thumbnails."""
        with self.lock:
            if self._files:
                return self._files.pop(0), None
            if not self._orders:
                self.busy = False
                return (), None
            key = "preview" if "preview" in self._orders else next(iter(self._orders))
            return (), self._orders.pop(key)

    def _print(self, order: Order) -> None:
        try:
            image = picture_of(self._pdf(order.poster, order.paper), order.width, order.height)
        except KnownError as error:
            self.tell(PosterWorker.refused, order, str(error))
        else:
            self.tell(PosterWorker.shot, PosterPicture(order, image, missing_characters(order.poster)))

    def _pdf(self, poster: Poster, paper: Paper) -> bytes:
        """Kept for a while: another size of window is another picture of the same pages."""
        pdf = self._pdfs.pop((poster, paper), None) or poster_bytes(poster, paper)
        self._pdfs[(poster, paper)] = pdf
        while len(self._pdfs) > KEPT_PDFS:
            self._pdfs.pop(next(iter(self._pdfs)))
        return pdf

    def _written(self, files: tuple[File, ...]) -> Outcome:
        def progress(done: int, total: int) -> bool:
            self.tell(PosterWorker.progressed, done, total)
            return not self._cancel.is_set()

        return self._write_all(files, progress)

    def _write_all(self, files: tuple[File, ...], progress: Progress) -> Outcome:
        total = sum(steps(file) for file in files)
        done: list[Path] = []
        before = 0
        for file in files:
            report = partial(_report, progress, before, total)
            try:
                write_poster(file.path, file.poster, file.paper, tile=file.plan, progress=report)
            except Cancelled:
                return Outcome(tuple(done), len(files), True, "")
            except KnownError as error:
                return Outcome(tuple(done), len(files), False, str(error))
            done.append(file.path)
            before += steps(file)
        return Outcome(tuple(done), len(files), False, "")


def _report(progress: Progress, before: int, total: int, step: int, _steps: int) -> bool:
    """Report the steps of one file as steps of all files together."""
    return progress(before + step, total)


def steps(file: File) -> int:
    """How many steps the writing of a file reports: its sheets, the map page and the drawing itself."""
    return file.plan.sheets + 2 if file.plan else 1
