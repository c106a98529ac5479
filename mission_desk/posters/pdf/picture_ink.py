"""Pictures on a poster: upright, no finer than paper shows, and no larger in the file than that."""

from __future__ import annotations

from reportlab.lib.utils import ImageReader

from mission_desk.decoding.reader import decoded
from mission_desk.posters.pdf.page import Area, Page

DOTS_AN_INCH = 220  # finer than this nobody sees on a wall, and the file grows by megabytes


def draw_picture(page: Page, content: bytes, area: Area) -> bool:
    """Draw the picture in the middle of the area, as large as possible; False where the bytes cannot be
    drawn."""
    image = decoded(content, (_pixels(area.w), _pixels(area.h)))
    if image is None:
        return False
    bottom = page.height - area.bottom
    page.canvas.drawImage(
        ImageReader(image), area.x, bottom, area.w, area.h, mask="auto", preserveAspectRatio=True, anchor="c"
    )
    return True


def _pixels(points: float) -> int:
    return max(1, round(points / 72 * DOTS_AN_INCH))
