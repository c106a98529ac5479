"""Reads pictures that come from outside: looks at their size before anything is decoded, and hands drawings
(SVG) to a process of their own with a time limit, so that no file can hold the program up."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from mission_desk import paths
from mission_desk.core import pictures
from mission_desk.core.errors import KnownError
from mission_desk.core.pictures import Picture
from mission_desk.exchange import svg
from mission_desk.words import tr

SVG_SECONDS = 5
KINDS = {b"png": "png", b"jpeg": "jpeg", b"jpg": "jpeg", b"webp": "webp"}
_TURNED = QImageIOHandler.Transformation.TransformationRotate90


def read_file(path: Path) -> Picture:
    """KnownError in one sentence where it cannot be taken: too heavy, too large, no picture."""
    try:
        size = path.stat().st_size
        if size > pictures.BYTE_LIMIT:
            raise pictures.too_heavy(path.name, size)
        content = path.read_bytes()
    except OSError as error:
        raise KnownError(tr("“{name}” cannot be read. Nothing was added.", name=path.name)) from error
    return read(content, path.name)


def read(content: bytes, name: str) -> Picture:
    """A picture from its bytes; a drawing comes back as PNG."""
    if len(content) > pictures.BYTE_LIMIT:
        raise pictures.too_heavy(name, len(content))
    if _is_svg(content, name):
        content = drawn(content)
    reader, _buffer = _reader(content)
    kind = KINDS.get(bytes(reader.format().data()).lower())
    if kind is None:
        raise KnownError(tr("“{name}” is no PNG, JPEG, WebP or SVG picture. Nothing was added.", name=name))
    size = reader.size()
    if size.width() * size.height() > pictures.PIXEL_LIMIT:
        raise pictures.too_large(name, size.width(), size.height())
    _require_whole(reader, name)
    if reader.transformation() & _TURNED:
        size.transpose()
    return Picture(kind, size.width(), size.height(), content)


def encode(image: QImage) -> Picture:
    """A picture from the clipboard, as PNG."""
    if image.width() * image.height() > pictures.PIXEL_LIMIT:
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
    reader, _buffer = _reader(content)
    size = reader.size()
    if size.width() * size.height() > pictures.PIXEL_LIMIT:
        return QImage()
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    reader.setAutoTransform(True)
    return reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def drawn(content: bytes, seconds: float = SVG_SECONDS) -> bytes:
    """A drawing as PNG, by `mission-desk draw-svg`, which may be ended without harm after `seconds`."""
    svg.require_harmless(content)
    try:
        done = subprocess.run(
            [*paths.own_command(), "draw-svg"], input=content, capture_output=True, timeout=seconds
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _undrawable() from error
    if done.returncode or not done.stdout:
        raise _undrawable()
    return done.stdout


def _undrawable() -> KnownError:
    return KnownError(tr("This drawing cannot be drawn. Save it as PNG and try again."))


def _is_svg(content: bytes, name: str) -> bool:
    return name.casefold().endswith(".svg") or b"<svg" in content[:1_000]


def _reader(content: bytes) -> tuple[QImageReader, QBuffer]:
    """The buffer must live as long as the reader."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    return reader, buffer


def _require_whole(reader: QImageReader, name: str) -> None:
    """A picture that breaks off in the middle is found now, not on the stage."""
    if reader.read().isNull():
        raise KnownError(tr("“{name}” is damaged and cannot be drawn. Nothing was added.", name=name))
