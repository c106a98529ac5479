"""Takes in pictures that were pasted or dropped: reads and checks them in the background, one batch after the
other, and hands on what can be kept and one sentence for each that cannot."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from mission_desk.core.errors import KnownError
from mission_desk.core.pictures import Picture
from mission_desk.ui.parts.lone_thread import LoneThread

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
Raw = Path | QImage | bytes


class Batch(Struct, frozen=True):
    """`board` is where they go; `at` the canvas point of a drop, None for a paste."""

    board: int
    raw: tuple[Raw, ...]
    at: tuple[int, int] | None


def pictures_in(source: QMimeData) -> tuple[Raw, ...]:
    """Files first: a file manager also offers a small picture of the file's icon. A browser offers the
    picture beside its address; a spreadsheet offers a picture of cells that are text, and is taken as
    text."""
    files = tuple(
        Path(url.toLocalFile())
        for url in source.urls()
        if url.isLocalFile() and url.toLocalFile().casefold().endswith(ENDINGS)
    )
    if files:
        return files
    if source.hasFormat("image/svg+xml"):
        return (bytes(source.data("image/svg+xml").data()),)
    if source.hasImage() and not source.text().strip():
        image = source.imageData()
        return (image,) if isinstance(image, QImage) else ()
    return ()


class PictureIntake(LoneThread):
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
        found: list[Picture] = []
        refused: list[str] = []
        for raw in batch.raw:
            try:
                found.append(_read(raw))
            except KnownError as error:
                refused.append(str(error))
        self.tell("taken", batch, found, refused)
        return True

    def nobody_listens(self) -> None:
        with self.lock:
            self._waiting.clear()


def _read(raw: Raw) -> Picture:
    from mission_desk.ui.parts.picture_reading import encode, read, read_file

    if isinstance(raw, Path):
        return read_file(raw)
    return encode(raw) if isinstance(raw, QImage) else read(raw, "SVG.svg")
