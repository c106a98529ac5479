"""Takes in pictures that were pasted or dropped: reads and checks them in the background, one batch after the
other, and hands on what can be kept and one sentence for each that cannot."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.errors import KnownError
from mission_desk.exchange.pasted_page import PagePicture
from mission_desk.ui.board.writing.clipboard_content import Raw
from mission_desk.ui.parts.worker_thread import WorkerThread
from mission_desk.words import tr

DOT = 2  # pixels: a picture of a page that is not larger counts its readers or keeps a place free


class Batch(Struct, frozen=True):
    """`board` is where they go; `at` the canvas point of a drop, None for a paste."""

    board: int
    raw: tuple[Raw, ...]
    at: tuple[int, int] | None


class PictureIntake(WorkerThread):
    taken = Signal(Batch, list, list)  # the batch, its pictures, and sentences about those that were refused

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("picture intake", parent)
        self._waiting: list[Batch] = []

    def take(self, batch: Batch) -> None:
        with self.lock:
            self._waiting.append(batch)
        self.start_work()

    # from here on in the thread

    def take_turn(self) -> bool:
        with self.lock:
            self.busy = bool(self._waiting)
            if not self.busy:
                return False
            batch = self._waiting.pop(0)
        pictures: list[Picture] = []
        refused: list[str] = []
        for raw in batch.raw:
            try:
                picture = _read(raw)
            except KnownError as error:
                refused.append(str(error))
            else:
                if not (isinstance(raw, PagePicture) and max(picture.width, picture.height) <= DOT):
                    pictures.append(picture)
        self.tell(PictureIntake.taken, batch, pictures, refused)
        return True

    def nobody_listens(self) -> None:
        with self.lock:
            self._waiting.clear()


def _read(raw: Raw) -> Picture:
    from mission_desk.ui.parts.pictures.picture_reading import encode, read, read_file

    if isinstance(raw, Path):
        return read_file(raw)
    if isinstance(raw, QImage):
        return encode(raw)
    if isinstance(raw, bytes):
        return read(raw, tr("The picture"))
    if raw.content is None:
        raise KnownError(
            tr(
                "Only the address of “{name}” was copied, and nothing is fetched. It was not added.",
                name=raw.name,
            )
        )
    return read(raw.content, raw.name or tr("The picture"))
