"""Takes in pictures from outside, whatever brings them: KnownError in one sentence where one cannot be taken.
What kind it is stands in its bytes; a drawing (SVG) comes back as PNG from a process of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from mission_desk.core.board import pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.errors import KnownError
from mission_desk.decoding.kinds import (
    BYTE_LIMIT,
    Foreign,
    foreign_kind_of,
    is_drawing,
    is_too_large,
    kind_of,
    promised_size,
)
from mission_desk.decoding.reader import converted, decoded, foreign_size, plain
from mission_desk.decoding.regular_file import read_regular
from mission_desk.ui.parts.pictures.drawing_process import drawn
from mission_desk.words import tr

_GLANCE = (64, 64)  # pixels: enough to see that a picture is whole


def read_file(path: Path) -> Picture:
    try:
        content = read_regular(path, BYTE_LIMIT)
        size = max(path.stat().st_size, len(content))
    except (OSError, ValueError) as error:
        raise KnownError(tr("“{name}” cannot be read. It was not added.", name=path.name)) from error
    if size > BYTE_LIMIT:
        raise pictures.too_heavy(path.name, size)
    return read(content, path.name)


def read(content: bytes, name: str) -> Picture:
    """A picture from its bytes, without what a camera wrote into its head."""
    if len(content) > BYTE_LIMIT:
        raise pictures.too_heavy(name, len(content))
    if is_drawing(content):
        content = drawn(content)
    elif (foreign := foreign_kind_of(content)) is not None:
        content = _converted(content, foreign, name)
    if kind_of(content) is None:
        raise KnownError(
            tr(
                "“{name}” is no picture that can be taken (PNG, JPEG, WebP, GIF, BMP, TIFF, AVIF, SVG). "
                "It was not added.",
                name=name,
            )
        )
    size = promised_size(content)
    if size and is_too_large(size):
        raise pictures.too_large(name, *size)
    picture = plain(content)
    if picture is None or decoded(picture.content, _GLANCE) is None:
        raise _damaged(name)
    return Picture(picture.kind, *picture.upright_size, picture.content)


def _converted(content: bytes, kind: Foreign, name: str) -> bytes:
    size = foreign_size(content, kind)
    if size is not None and is_too_large(size):
        raise pictures.too_large(name, *size)
    made = converted(content, kind) if size is not None else None
    if made is None:
        raise _damaged(name)
    return made


def _damaged(name: str) -> KnownError:
    return KnownError(tr("“{name}” is damaged and cannot be drawn. It was not added.", name=name))


def encode(image: QImage) -> Picture:
    """A picture that another window of this program or the system has decoded, as PNG."""
    if is_too_large((image.width(), image.height())):
        raise pictures.too_large(tr("The picture"), image.width(), image.height())
    return read(png(image), tr("The picture"))


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def scaled(content: bytes, longest: int) -> QImage:
    """Decoded, turned upright, and not larger than `longest` pixels on its longer side; null where it cannot
    be."""
    image = decoded(content, (longest, longest))
    if image is None:
        return QImage()
    pixels = image.convert("RGBA").tobytes()
    shown = QImage(pixels, image.width, image.height, image.width * 4, QImage.Format.Format_RGBA8888)
    return shown.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
