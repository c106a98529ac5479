"""What a stranger could put where a picture belongs. Each of them is made here, by code; `folder` holds a
secret that may never be drawn, in a colour that nothing else has."""

from __future__ import annotations

import gzip
import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

LOUD = (255, 0, 255)
SECRET = "secret.png"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="200" height="200">'
)
_JPEG_HEAD = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def lay_secret(folder: Path) -> None:
    (folder / SECRET).write_bytes(saved("PNG", _loud()))
    (folder / "secret.svg").write_text(drawing('<rect width="200" height="200" fill="#f0f"/>'))


def photo() -> Image.Image:
    return Image.radial_gradient("L").resize((300, 200)).convert("RGB")


def saved(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    file = BytesIO()
    (image or photo()).save(file, kind, **options)
    return file.getvalue()


def _loud() -> Image.Image:
    return Image.new("RGB", (120, 120), LOUD)


def drawing(inside: str, before: str = "") -> str:
    return f"{before}{_SVG}{inside}</svg>"


def chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG that claims to be this large, with more chunks in its head and no pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    end = chunk(b"IDAT", zlib.compress(bytes(10))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + end


def webp(kind: bytes, body: bytes) -> bytes:
    whole = b"WEBP" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def postscript() -> bytes:
    """Fills its box with the loud colour, where some Ghostscript is asked to draw it."""
    return (
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 120 120\n%%EndComments\n"
        b"1 0 1 setrgbcolor 0 0 120 120 rectfill showpage\n%%EOF\n"
    )


def other_kinds() -> dict[str, bytes]:
    """Kinds that some decoder knows and no workshop holds."""
    eps = postscript()
    kinds = (
        "GIF",
        "BMP",
        "TIFF",
        "ICO",
        "ICNS",
        "TGA",
        "PCX",
        "PPM",
        "SGI",
        "DDS",
        "JPEG2000",
        "PDF",
        "SPIDER",
    )
    made = {kind.lower(): _or_empty(kind) for kind in kinds}
    return {key: content for key, content in made.items() if content} | {
        "eps": eps,
        "eps behind a preview": b"\xc5\xd0\xd3\xc6" + struct.pack("<IIIIIIH", 32, len(eps), 0, 0, 0, 0, 65535) + bytes(2) + eps,
        "postscript": eps.replace(b" EPSF-3.0", b""),
        "wmf": b"\xd7\xcd\xc6\x9a" + bytes(2) + struct.pack("<hhhhH", 0, 0, 100, 100, 72) + bytes(6) + b"\x01\x00\t\x00\x00\x03",
        "emf": b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60),
        "xbm": b"#define a_width 8\n#define a_height 2\nstatic char a_bits[] = {0xff,0xff};",
        "xpm": b'/* XPM */\nstatic char *a[] = {"1 1 1 1","a c #ff00ff","a"};',
        "fits": b"SIMPLE  =                    T" + b" " * 3000,
        "hdf5": b"\x89HDF\r\n\x1a\n" + bytes(100),
        "grib": b"GRIB\x00\x00\x00\x01" + bytes(100),
        "mpeg": b"\x00\x00\x01\xb3\x14\x00\xf0" + bytes(100),
        "web page": b"<html><body><img src='secret.png'></body></html>",
        "zip": b"PK\x03\x04" + bytes(100),
        "packed drawing": gzip.compress(drawing('<rect width="9" height="9"/>').encode()),
        "packed png": gzip.compress(saved("PNG", _loud())),
        "nothing": b"",
        "one byte": b"\x89",
        "words": b"just words",
    }  # fmt: skip


def _or_empty(kind: str) -> bytes:
    """This Pillow may not know the kind."""
    image = Image.new("F", (120, 120)) if kind == "SPIDER" else _loud()
    try:
        return saved(kind, image)
    except (KeyError, OSError):
        return b""


def drawings(folder: Path) -> dict[str, bytes]:
    """Each names something outside itself, multiplies, moves, or never ends."""
    secret = folder / SECRET
    image = f'<image xlink:href="{secret}" width="200" height="200"/>'
    plain = '<rect width="9" height="9"/>'
    uses = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    texts = {
        "file address": drawing(f'<image xlink:href="{secret.as_uri()}" width="200" height="200"/>'),
        "file path": drawing(image),
        "href without a name": drawing(f'<image href="{secret}" width="200" height="200"/>'),
        "beside it": drawing(f'<image xlink:href="{SECRET}" width="200" height="200"/>'),
        "another drawing": drawing(f'<use xlink:href="{folder / "secret.svg"}#a"/>'),
        "base": drawing(f'<image xml:base="{folder.as_uri()}/" href="{SECRET}" width="200" height="200"/>'),
        "prefixed": f'<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:image href="{secret}"/></s:svg>',
        "inner drawing": drawing(f'<image width="9" height="9" href="data:image/svg+xml,{_SVG}{image}</svg>"/>'.replace("<svg", "%3Csvg").replace('"200"', "'200'")),
        "import": drawing("<style>@import url(secret.css);</style>" + plain),
        "import in parts": drawing("<style>@imp<!-- -->ort 'secret.css';</style>" + plain),
        "css address": drawing(f"<style>rect {{ fill: url({secret.as_uri()}) }}</style>{plain}"),
        "css escapes": drawing(f"<style>rect {{ fill: u\\72 l({secret.as_uri()}) }}</style>{plain}"),
        "style attribute": drawing(f'<rect width="9" height="9" style="fill: u\\72l({secret.as_uri()})"/>'),
        "outside typeface": drawing(f"<style>@font-face {{ font-family: a; src: url({secret.as_uri()}) }}</style>{plain}"),
        "typeface element": drawing(f'<font><font-face><font-face-src><font-face-uri href="{secret}"/></font-face-src></font-face></font>{plain}'),
        "filter image": drawing(f'<filter id="f"><feImage href="{secret}"/></filter><rect filter="url(#f)" width="99" height="99"/>'),
        "page inside": drawing(f'<foreignObject width="99" height="99"><img src="{secret}"/></foreignObject>'),
        "script": drawing(f"<script>fetch('{secret.as_uri()}')</script>{plain}"),
        "style sheet": drawing(plain, f'<?xml-stylesheet href="{secret.as_uri()}"?>'),
        "included": drawing(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'),
        "entity": drawing("<text y='50'>&a;</text>", f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'),
        "parameter entity": drawing(plain, f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "{secret.as_uri()}"> %a;]>'),
        "entity bomb": drawing("<text>&h;</text>", "<!DOCTYPE svg [" + '<!ENTITY a "aaaaaaaaaa">' + _multiplied() + "]>"),
        "usual attribute": drawing("<image width='200' height='200'/>", f'<!DOCTYPE svg [<!ATTLIST image xlink:href CDATA "{secret}">]>'),
        "outer grammar": drawing(image, f'<!DOCTYPE svg SYSTEM "{secret.as_uri()}">'),
        "uses of uses": drawing(f'<g id="a0">{plain}</g>{uses}<use href="#a8"/>'),
        "use of itself": drawing('<g id="a"><use href="#a"/></g>'),
        "moving": drawing('<rect width="9" height="9"><animateTransform attributeName="transform" type="rotate" from="0" to="360" dur="1ms" repeatCount="indefinite"/></rect>'),
        "moving file": drawing(f'<image width="200" height="200"><set attributeName="href" to="{secret}"/></image>'),
        "deep": drawing("<g>" * 20_000 + "</g>" * 20_000),
        "many": drawing("<rect/>" * 100_000),
        "address to follow": drawing(f'<a href="{secret.as_uri()}">{plain}</a>'),
        "handler": drawing('<rect width="9" height="9" onload="alert(1)"/>'),
    }  # fmt: skip
    wide = drawing(image, '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")
    return {key: text.encode() for key, text in texts.items()} | {"two bytes a letter": wide}


def _multiplied() -> str:
    pairs = zip("abcdefg", "bcdefgh", strict=True)
    return "".join(f'<!ENTITY {outer} "' + f"&{inner};" * 10 + '">' for inner, outer in pairs)


def endless_drawings() -> dict[str, bytes]:
    """Nothing in them reaches outside: only time, memory or the stack can end them."""
    gradient = (
        '<radialGradient id="r"><stop stop-color="red"/><stop offset="1" stop-opacity="0"/></radialGradient>'
    )
    rects = '<rect width="200" height="200" fill="url(#r)" opacity="0.5"/>' * 4_000
    dashes = '<path d="M0 0H200" stroke="#000" stroke-width="9" stroke-dasharray="0.00000001"/>'
    blurs = "".join(f'<feGaussianBlur stdDeviation="{900 + n}"/>' for n in range(300))
    texts = {
        "a million gradients": drawing(f'{gradient}<g id="g">{rects}</g>' + '<use href="#g"/>' * 190),
        "endless dashes": drawing(dashes * 500),
        "endless filter": drawing(f'<filter id="f" x="-9" y="-9" width="99" height="99">{blurs}</filter><rect filter="url(#f)" width="200" height="200"/>'),
        "mask of itself": drawing('<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask><rect mask="url(#m)" width="9" height="9"/>'),
        "pattern of itself": drawing('<pattern id="p" width="1" height="1"><rect fill="url(#p)" width="9" height="9"/></pattern><rect fill="url(#p)" width="200" height="200"/>'),
        "huge": drawing("<rect/>").replace('"200"', '"1000000000"'),
        "huge view": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e30 1e30"><rect width="9" height="9"/></svg>',
        "thin": '<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1"><rect width="9" height="9"/></svg>',
    }  # fmt: skip
    return {key: text.encode() for key, text in texts.items()}


def bombs() -> dict[str, bytes]:
    """Small, and enormous once it is decoded."""
    frame = (
        b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, 65500, 65500, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"
    )
    profile = b"a\x00\x00" + zlib.compress(bytes(100_000_000))
    words = chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(1_000_000)))
    return {
        "png of 4 gigapixels": png(65535, 65535),
        "png of 400 megapixels": png(20_000, 20_000),
        "png of no width": png(0, 100),
        "png as wide as a number can be": png(2**31 - 1, 1),
        "profile": png(10, 10, chunk(b"iCCP", profile)),
        "200 million words": png(10, 10, *[words] * 200),
        "a million chunks": png(10, 10, chunk(b"tEXt", b"") * 1_000_000),
        "two heads": png(10, 10, chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))),
        "jpeg of 4 gigapixels": _JPEG_HEAD + frame + b"\xff\xd9",
        "a million segments": _JPEG_HEAD + b"\xff\xfe\x00\x02" * 1_000_000 + b"\xff\xd9",
        "thousands of scans": _with_scans(saved("JPEG", photo().resize((4_000, 4_000)), progressive=True), 5_000),
        "webp of 268 megapixels": webp(b"VP8X", bytes(4) + b"\xfe\x3f\x00\xfe\x3f\x00"),
        "lossless webp of 268 megapixels": webp(b"VP8L", b"\x2f\xff\xff\xff\x0f" + bytes(20)),
    }  # fmt: skip


def _with_scans(content: bytes, count: int) -> bytes:
    """Each scan, however short, makes a decoder walk over the whole picture."""
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x01\x3f\x10\x00"
    return content.removesuffix(b"\xff\xd9") + scan * count + b"\xff\xd9"


def broken() -> dict[str, bytes]:
    """Pictures of a kind we take that cannot be drawn."""
    jpeg, whole, small = saved("JPEG"), saved("PNG"), saved("WEBP")
    return {
        "half a jpeg": jpeg[: len(jpeg) // 2],
        "jpeg without an end": jpeg.removesuffix(b"\xff\xd9"),
        "jpeg without a frame": _JPEG_HEAD + b"\xff\xd9",
        "half a png": whole[: len(whole) // 2],
        "png with a wrong sum": whole.replace(b"IDAT", b"IDAT\x00", 1),
        "png without pixels": png(10, 10),
        "png, then a drawing": b"\x89PNG\r\n\x1a\n" + drawing("<rect/>").encode(),
        "jpeg, then postscript": b"\xff\xd8\xff" + postscript(),
        "half a webp": small[: len(small) // 2],
        "webp of nothing": webp(b"VP8 ", b"\x10\x00\x00\x9d\x01\x2a\x0a\x00\x0a\x00"),
    }


def polyglots() -> dict[str, bytes]:
    """Whole pictures that are something else as well; they are drawn, and nothing of the other is kept."""
    eps, svg = postscript(), drawing("<rect/>").encode()
    exif = Image.Exif()
    exif[0x010F] = "SECRETMAKER"
    return {
        "png, postscript behind": saved("PNG") + eps,
        "jpeg, drawing behind": saved("JPEG") + svg,
        "webp, page behind": saved("WEBP") + b"<html><script>1</script></html>",
        "jpeg with words": saved("JPEG", comment=eps, exif=exif),
        "png with words": png_with(chunk(b"tEXt", b"Comment\x00" + eps)),
        "webp with words": saved("WEBP", exif=exif, xmp=svg),
    }


def png_with(more: bytes) -> bytes:
    whole = saved("PNG")
    return whole[:33] + more + whole[33:]


def undrawable(folder: Path) -> dict[str, bytes]:
    """All that a workshop may hold in a picture's place and nobody may draw."""
    endless = endless_drawings()
    return other_kinds() | drawings(folder) | endless | bombs() | broken()
