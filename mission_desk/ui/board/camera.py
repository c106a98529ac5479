"""Which part of the canvas is in sight, and how large. Numbers only; knows neither notes nor Qt."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.board.places import Box

SMALLEST, LARGEST = 0.05, 4.0
READABLE = 0.28  # below this scale words are grey bars: nobody can read them, and setting them costs time


class Camera(Struct, frozen=True):
    """`scale` is pixels per canvas unit; `x`, `y` the canvas point at the view's top left corner."""

    x: float
    y: float
    scale: float

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.x) * self.scale, (y - self.y) * self.scale

    def to_canvas(self, x: float, y: float) -> tuple[float, float]:
        return x / self.scale + self.x, y / self.scale + self.y

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera moved by pixels: the canvas follows the mouse."""
        return Camera(self.x - dx / self.scale, self.y - dy / self.scale, self.scale)

    def zoomed(self, factor: float, at: tuple[float, float]) -> Camera:
        """Closer or further, while the canvas point under the pixel `at` stays where it is."""
        scale = max(SMALLEST, min(LARGEST, self.scale * factor))
        x, y = self.to_canvas(*at)
        return Camera(x - at[0] / scale, y - at[1] / scale, scale)

    def snapped(self, ratio: float) -> Camera:
        """On whole device pixels, so that pictures of the board are blitted and not smeared."""
        step = self.scale * ratio
        return Camera(round(self.x * step) / step, round(self.y * step) / step, self.scale)

    def sight(self, width: int, height: int) -> Box:
        """The canvas box that a view of this size in pixels shows."""
        return Box(round(self.x), round(self.y), round(width / self.scale), round(height / self.scale))


Margins = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def opened(content: Box, near: Box, width: int, height: int, margins: Margins, least: float) -> Camera:
    """The camera that shows `content` whole; where it would be smaller than at the scale `least`, as much of
    it as there is room for, with the upper left corner of `near`."""
    camera = fitted(content, width, height, margins)
    if camera.scale >= least:
        return camera
    left, top, right, bottom = (round(pixels / least) for pixels in margins)
    wide, high = round(width / least) - left - right, round(height / least) - top - bottom
    x = max(content.x, min(near.x, content.right - wide))
    y = max(content.y, min(near.y, content.bottom - high))
    return Camera(x - left, y - top, least)


def fitted(content: Box, width: int, height: int, margins: Margins, largest: float = 1.0) -> Camera:
    """The camera that shows `content` whole inside the view less its margins."""
    left, top, right, bottom = margins
    free_w, free_h = max(40, width - left - right), max(40, height - top - bottom)
    scale = min(free_w / max(1, content.w), free_h / max(1, content.h), largest)
    scale = max(SMALLEST, min(LARGEST, scale))
    # A small board stands at the left, under the tabs, where the next note will be read first.
    x = (
        content.x - left / scale
        if content.w * scale < free_w
        else content.x + content.w / 2 - (left + free_w / 2) / scale
    )
    return Camera(x, content.y - top / scale, scale)
