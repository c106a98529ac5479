"""The one reader of pictures: desk, stage and paper draw what it hands them, so a picture looks the same on
all three, and nothing but the decoder of its own kind ever sees its bytes."""

from __future__ import annotations

from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageMath, ImageOps

from mission_desk.decoding.chunks import plain_png, plain_webp
from mission_desk.decoding.jpeg import plain_jpeg
from mission_desk.decoding.kinds import BYTE_LIMIT, Foreign, Kind, is_too_large, kind_of, promised_size

_PLAIN = {"png": plain_png, "jpeg": plain_jpeg, "webp": plain_webp}
# EXIF's eight turns; 1 is upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Pillow's own limit would call a large picture damaged, and warn in a log about others: ours says a sentence.
Image.MAX_IMAGE_PIXELS = None
_HEAVY = 3_000_000  # bytes of a PNG; a photo has as many, a drawing or a screen has not
_SIDEWAYS = (5, 6, 7, 8)
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I")


class Plain(Struct, frozen=True):
    """A picture's bytes with nothing in them but what draws. `size` is what its head promises, before the
    turn (1 to 8, see turn.py)."""

    kind: Kind
    size: tuple[int, int]
    turn: int
    content: bytes

    @property
    def upright_size(self) -> tuple[int, int]:
        return self.size[::-1] if self.turn in _SIDEWAYS else self.size


def plain(content: bytes) -> Plain | None:
    """None where the bytes are no picture of a kind we take, too many, or break off."""
    kind, size = kind_of(content), promised_size(content)
    if kind is None or size is None or len(content) > BYTE_LIMIT:
        return None
    try:
        drawing, turn = _PLAIN[kind](content)
    except ValueError:
        return None
    return Plain(kind, size, turn, drawing)


def decoded(content: bytes, box: tuple[int, int]) -> Image.Image | None:
    """Upright, RGB or RGBA, and no larger than the box; None where it cannot be drawn."""
    picture = plain(content)
    if picture is None or is_too_large(picture.size):
        return None
    try:
        image = _pixels(picture, max(box))
    except Exception:  # a decoder promises no closed set of errors for bytes that somebody made up
        return None
    if image is not None:
        image.thumbnail(box)
    return image


def foreign_size(content: bytes, kind: Foreign) -> tuple[int, int] | None:
    """What the head of such a picture promises; None where it says nothing."""
    try:
        with Image.open(BytesIO(content), formats=(kind.upper(),)) as opened:
            return opened.size
    except Exception:  # a decoder promises no closed set of errors
        return None


def converted(content: bytes, kind: Foreign) -> bytes | None:
    """A picture of a kind that no workshop holds, upright, as PNG; as JPEG where it is a photo that would be
    heavy. Of one that moves its first frame. None where it cannot be drawn. Ask for its size first."""
    try:
        with Image.open(BytesIO(content), formats=(kind.upper(),)) as opened:
            image = _in_colours(ImageOps.exif_transpose(opened))
        made = _encoded(image, "PNG")
        return _encoded(image, "JPEG", quality=92) if len(made) > _HEAVY and image.mode == "RGB" else made
    except Exception:  # a decoder promises no closed set of errors
        return None


def _encoded(image: Image.Image, name: str, **options: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def _pixels(picture: Plain, longest: int) -> Image.Image | None:
    """Only the kind's own decoder is asked: Pillow's others run programs (EPS: Ghostscript) or read files."""
    with Image.open(BytesIO(picture.content), formats=(picture.kind.upper(),)) as opened:
        if opened.size != picture.size:
            return None
        opened.draft(None, (longest, longest))  # a JPEG is then decoded smaller at once
        opened.load()
        image = _in_colours(opened)
    turn = _TURNS.get(picture.turn)
    return image if turn is None else image.transpose(turn)


def _in_colours(opened: Image.Image) -> Image.Image:
    if opened.mode in _SIXTEEN_BITS:
        return _in_eight_bits(opened)
    is_clear = "transparency" in opened.info or opened.mode in ("RGBA", "LA", "PA")
    return opened.convert("RGBA" if is_clear else "RGB")


def _in_eight_bits(opened: Image.Image) -> Image.Image:
    """Pillow would cut 16 bits of grey off at 255: nearly white all over."""
    deep = opened.convert("I")
    grey = deep.point(lambda value: value * (1 / 257)).convert("L")
    clear = opened.info.get("transparency")
    if not isinstance(clear, int):
        return grey.convert("RGB")
    alpha = ImageMath.lambda_eval(lambda names: (names["deep"] != clear) * 255, deep=deep)
    return Image.merge("RGBA", (grey, grey, grey, alpha.convert("L")))
