"""The sizes of paper a poster may have, and the sheets an office printer takes. Lengths in millimetres."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.errors import KnownError
from mission_desk.words import tr

POINTS_PER_MM = 72 / 25.4
INCH = 25.4


class Paper(Struct, frozen=True):
    """A sheet, named as on the command line; portrait unless turned."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def width(self) -> float:
        """In points, the unit of PDF."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        return self.height_mm * POINTS_PER_MM

    def turned(self) -> Paper:
        return replace(self, width_mm=self.height_mm, height_mm=self.width_mm)


def _inches(name: str, width: float, height: float) -> Paper:
    return Paper(name, width * INCH, height * INCH)


PAPERS: tuple[Paper, ...] = (
    Paper("A4", 210, 297),
    Paper("A3", 297, 420),
    Paper("A2", 420, 594),
    Paper("A1", 594, 841),
    Paper("A0", 841, 1189),
    _inches("Letter", 8.5, 11),
    _inches("Legal", 8.5, 14),
    _inches("Tabloid", 11, 17),
    _inches("ANSI C", 17, 22),
    _inches("ANSI D", 22, 34),
    _inches("ANSI E", 34, 44),
    _inches("ARCH A", 9, 12),
    _inches("ARCH B", 12, 18),
    _inches("ARCH C", 18, 24),
    _inches("ARCH D", 24, 36),
    _inches("ARCH E", 36, 48),
)

SHEETS = ("A4", "Letter", "A3", "Tabloid")
"""What an office printer holds: the papers a poster may be tiled over."""


def paper(name: str, landscape: bool = False) -> Paper:
    """The paper called `name`, whatever its capitals and spaces ("ansi-e", "ArchE"). Unknown: KnownError."""
    wanted = _plain(name)
    for known in PAPERS:
        if _plain(known.name) == wanted:
            return known.turned() if landscape else known
    names = ", ".join(known.name for known in PAPERS)
    raise KnownError(tr("There is no paper called “{name}”. Known papers: {names}.", name=name, names=names))


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
