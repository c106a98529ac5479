"""Reads posters back as a person or a program would: page sizes, text, pictures."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from mission_desk.posters.contents import BoardPoster, Box, Poster, PosterNote, StatementPoster
from mission_desk.posters.sheets.paper import POINTS_PER_MM, Paper
from mission_desk.posters.write import poster_bytes

STATEMENT = "We are the calm voice that gives small shops their evenings back."


@dataclass(frozen=True)
class ReadPage:
    width_mm: float
    height_mm: float
    text: str


def statement(text: str = STATEMENT, **fields: object) -> StatementPoster:
    usual: dict[str, object] = {
        "eyebrow": "Our mission",
        "team": "Northwind Support",
        "event": "Lisbon, 14 May 2026",
        "names": ("Ana Ferreira", "Björn Ødegård", "Łukasz Nowak"),
        "squares": ("ideator", "heart", "analyst", "strategist", "ideator"),
    }
    return StatementPoster(text, **{**usual, **fields})  # type: ignore[arg-type]


def note(text: str, x: float, y: float, style: str = "ideator", dots: int = 0) -> PosterNote:
    return PosterNote(text, style, style.capitalize(), x, y, 180, 156, dots)


def board(count: int, columns: int = 10, text: str = "Idea {number} for the shop owner") -> BoardPoster:
    """Notes in a grid, the first half of them in a cluster."""
    styles = ("ideator", "strategist", "analyst", "heart")
    notes = tuple(
        note(text.format(number=n), 20 + n % columns * 196, 60 + n // columns * 172, styles[n % 4], n % 9)
        for n in range(count)
    )
    rows = max(1, -(-count // columns) // 2)
    cluster = Box("No one waits alone", 0, 0, columns * 196 + 24, rows * 172 + 40)
    return BoardPoster("Think big", "What would they tell their friends?", "Lisbon", (), (cluster,), notes)


def pages(content: bytes) -> list[ReadPage]:
    with pdfium.PdfDocument(content) as document:
        return [_read(document[place]) for place in range(len(document))]


def words(content: bytes, place: int = 0) -> str:
    """The text of a page with single spaces; pdfium gives the hyphen at a line's end as U+0002."""
    return " ".join(pages(content)[place].text.replace("\x02", "").split())


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def picture(content: bytes, place: int = 0, scale: float = 1.0) -> Image.Image:
    with pdfium.PdfDocument(content) as document:
        return document[place].render(scale=scale).to_pil().convert("RGB").copy()


def drawn(poster: Poster, paper: Paper, scale: float = 1.0) -> Image.Image:
    return picture(poster_bytes(poster, paper), 0, scale)


def share_of(image: Image.Image, colour: tuple[int, int, int], tolerance: int = 6) -> float:
    """How much of the picture has this colour."""
    return mask_of(image, colour, tolerance).histogram()[255] / (image.width * image.height)


def longest_row(image: Image.Image, colour: tuple[int, int, int], tolerance: int = 6) -> int:
    """The most pixels of this colour in one row."""
    mask = mask_of(image, colour, tolerance)
    return max(mask.crop((0, y, mask.width, y + 1)).histogram()[255] for y in range(mask.height))


def mask_of(image: Image.Image, colour: tuple[int, int, int], tolerance: int) -> Image.Image:
    """White where the picture has this colour, black elsewhere."""
    red, green, blue = ImageChops.difference(image, Image.new("RGB", image.size, colour)).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return worst.point(lambda off: 255 if off <= tolerance else 0)


def _read(page: pdfium.PdfPage) -> ReadPage:
    width, height = page.get_size()
    text = page.get_textpage().get_text_bounded()
    return ReadPage(width / POINTS_PER_MM, height / POINTS_PER_MM, text)
