"""Takes in pictures that were pasted or dropped: reads and checks them in the background, one batch after the
other, and hands on what can be kept and one sentence for each that cannot."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.errors import KnownError
from mission_desk.ui.parts.worker_thread import WorkerThread
from mission_desk.words import tr

TAKEN = ("image/png", "image/jpeg", "image/webp")
_SVG = "image/svg+xml"
Raw = Path | QImage | bytes


class Batch(Struct, frozen=True):
    """`board` is where they go; `at` the canvas point of a drop, None for a paste."""

    board: int
    raw: tuple[Raw, ...]
    at: tuple[int, int] | None


def pictures_in(source: QMimeData) -> tuple[Raw, ...]:
    """Files first, whatever they are called: what each is stands in its bytes, and of one that is no picture
    there is a sentence; as text it would be a note with its path. A file manager also offers a small picture
    of the file's icon. A browser offers the picture beside its address; a spreadsheet offers a picture of
    cells that are text, and is taken as text.

    What another program offers is taken as bytes: Qt would try every decoder it has on them, in this
    process."""
    if files := tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()):
        return files
    if source.hasFormat(_SVG):
        return (_bytes(source, _SVG),)
    if not source.hasImage() or source.text().strip():
        return ()
    if offered := [each for each in source.formats() if each.startswith("image/")]:
        best = next((each for each in TAKEN if each in offered), offered[0])
        return (_bytes(source, best),)
    image = source.imageData()  # the system's own picture, or one of this program: there is nothing to decode
    return (image,) if isinstance(image, QImage) else ()


def _bytes(source: QMimeData, kind: str) -> bytes:
    return bytes(source.data(kind).data())


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
                pictures.append(_read(raw))
            except KnownError as error:
                refused.append(str(error))
        self.tell(PictureIntake.taken, batch, pictures, refused)
        return True

    def nobody_listens(self) -> None:
        with self.lock:
            self._waiting.clear()


def _read(raw: Raw) -> Picture:
    from mission_desk.ui.parts.pictures.picture_reading import encode, read, read_file

    if isinstance(raw, Path):
        return read_file(raw)
    return encode(raw) if isinstance(raw, QImage) else read(raw, tr("The picture"))
