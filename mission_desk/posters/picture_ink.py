"""Pictures on a poster: upright, no finer than paper shows, and no larger in the file than that."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from mission_desk.posters.page import Area, Page

DOTS_AN_INCH = 220  # finer than this nobody sees on a wall, and the file grows by megabytes


def draw_picture(page: Page, content: bytes, area: Area) -> None:
    """In the middle of the area, as large as it goes; `content` is PNG, JPEG or WebP."""
    with Image.open(BytesIO(content)) as opened:
        finest = (_pixels(area.w), _pixels(area.h))
        opened.draft(None, finest)  # a JPEG is then decoded smaller at once
        image = ImageOps.exif_transpose(opened)
        image.thumbnail(finest)
        clear = image.mode in ("RGBA", "LA", "P")
        ready = ImageReader(image.convert("RGBA" if clear else "RGB"))
    bottom = page.height - area.bottom
    page.canvas.drawImage(
        ready, area.x, bottom, area.w, area.h, mask="auto", preserveAspectRatio=True, anchor="c"
    )


def _pixels(points: float) -> int:
    return max(1, round(points / 72 * DOTS_AN_INCH))
