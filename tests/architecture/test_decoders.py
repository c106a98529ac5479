"""A picture's bytes come from strangers: one place hands them to a decoder, and says which."""

from __future__ import annotations

import ast

from tests.architecture.sources import Source, assert_none, house

# Who may call what decodes a picture. The program's own icons and its own PDF are no stranger's bytes.
DECODERS = {
    "QBitmap": (),
    "QGraphicsSvgItem": (),
    "QIconEngine": (),
    "QImageReader": (),
    "QMediaPlayer": (),
    "QMovie": (),
    "QPicture": (),
    "QSvgRenderer": ("mission_desk/ui/look/icons.py", "mission_desk/ui/app/draw_svg.py"),
    "QSvgWidget": (),
    "PdfDocument": ("mission_desk/ui/posters/pictures.py",),
    "fromData": (),
    "imageData": ("mission_desk/ui/board/writing/clipboard_content.py",),
    "loadFromData": (),
    "ImageReader": ("mission_desk/posters/pdf/picture_ink.py",),  # ReportLab's: it is handed pixels
}
# These read a file where they are given its name, and draw an area where they are given a size.
NAMED_FILES = {"QIcon": ("mission_desk/ui/app/app.py",), "QImage": (), "QPixmap": ()}
ONE_READER = "mission_desk/decoding/reader.py"


def decoders(source: Source) -> list[str]:
    """A decoder called beside the one reader: some run programs, some read local files, all may never end."""
    return [source.at(call, ast.unparse(call)) for call in source.calls() if is_decoder(source.path, call)]


def is_decoder(path: str, call: ast.Call) -> bool:
    name = _name_of(call.func)
    if isinstance(call.func, ast.Attribute) and name == "open" and _name_of(call.func.value) == "Image":
        return path != ONE_READER or not any(keyword.arg == "formats" for keyword in call.keywords)
    if name in NAMED_FILES:
        is_file = bool(call.args) and isinstance(call.args[0], ast.JoinedStr | ast.Constant | ast.Call)
        names_size = is_file and _name_of(getattr(call.args[0], "func", call.args[0])) in (
            "QSize",
            "round",
            "max",
        )
        return is_file and not names_size and path not in NAMED_FILES[name]
    return name in DECODERS and path not in DECODERS[name]


def test_only_the_one_reader_decodes_pictures() -> None:
    assert_none(offence for source in house() for offence in decoders(source))


def test_a_second_reader_is_noticed() -> None:
    def offends(text: str, path: str = "mission_desk/ui/board/page.py") -> bool:
        return bool(decoders(Source(path, text)))

    assert offends("QImageReader(buffer)")
    assert offends("QImage.fromData(content)")
    assert offends("QPixmap(str(path))")
    assert offends("Image.open(file, formats=['PNG'])")
    assert offends("Image.open(file)", ONE_READER)
    assert offends("pixmap.loadFromData(content)")
    assert offends("QIcon('stranger.svg')")
    assert not offends("Image.open(file, formats=['PNG'])", ONE_READER)
    assert not offends("QImage(size, QImage.Format.Format_RGB32)")
    assert not offends("QPixmap(round(a * 2), 3)")
    assert not offends("QIcon()")


def _name_of(node: ast.AST) -> str:
    """The last part of a dotted name."""
    return getattr(node, "id", "") or getattr(node, "attr", "")
