"""Refuses drawings that could do harm. An SVG can name files of this machine, pages of the net, or itself
over and over: a program that draws it would read the first and never end with the last. Only plain drawings
pass."""

from __future__ import annotations

import re
from xml.parsers import expat

from msgspec import Struct

from mission_desk.core.file.errors import KnownError
from mission_desk.words import tr

BYTE_LIMIT = 2_000_000
ELEMENT_LIMIT = 5_000
DEPTH_LIMIT = 60
USE_LIMIT = 200
# Elements that fetch, run, nest or move something.
_REFUSED = {
    "audio",
    "color-profile",
    "cursor",
    "embed",
    "feimage",
    "font-face-uri",
    "foreignobject",
    "handler",
}
_REFUSED |= {"iframe", "image", "link", "listener", "object", "script", "set", "tref", "video"}
_MOVING = "animate"
# Attributes that name another file, whatever element they stand on.
_NAMING = frozenset(("data", "poster", "src", "srcset", "xml:base"))
_OUTSIDE = re.compile(
    r"url\(\s*+['\"]?+(?!\s*#)|image-set\(|@import|@font-face|expression\(|javascript:", re.IGNORECASE
)
_ESCAPED = "\\"  # CSS may write any letter of these words as a number behind it
_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_MOST_FAMILIES, _MOST_LETTERS = 30, 2_000


class Words(Struct, frozen=True):
    """Which letters a drawing has, each once, and in which typefaces."""

    letters: str
    families: tuple[str, ...]


class _Drawing:
    """Walks over the elements once, and refuses the drawing at the first element that is not allowed."""

    def __init__(self) -> None:
        self._elements = self._depth = self._uses = 0
        self._names: list[str] = []
        self._holders: list[str] = []  # the ids of what is open around here
        self._uses_in: dict[str, set[str]] = {}
        self._css = ""
        self._letters: dict[str, None] = {}
        self._families: dict[str, None] = {}

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(":", 1)[-1].casefold()
        self._elements += 1
        self._depth += 1
        is_refused = name in _REFUSED or name.startswith(_MOVING)
        if is_refused or self._elements > ELEMENT_LIMIT or self._depth > DEPTH_LIMIT:
            raise _refused()
        if self._elements == 1 and name != "svg":
            raise _refused()
        self._names.append(name)
        self._holders.append(attributes.get("id", ""))
        for key, value in attributes.items():
            self._attribute(name, key.casefold(), value)

    def _attribute(self, name: str, key: str, value: str) -> None:
        if key.startswith("on") or key in _NAMING or _OUTSIDE.search(value):
            raise _refused()
        if key == "style":
            self._styled(value)
        if key == "font-family":
            self._written_in(value)
        if key.rsplit(":", 1)[-1] != "href":
            return
        if not value.strip().startswith("#"):
            raise _refused()
        if name == "use":
            self._use(value.strip()[1:])

    def _use(self, target: str) -> None:
        """Each use is counted for everything that stands around it: a drawing of uses of uses grows tenfold
        with each line."""
        self._uses += 1
        if self._uses > USE_LIMIT:
            raise _refused()
        for holder in filter(None, self._holders):
            self._uses_in.setdefault(holder, set()).add(target)

    def closed(self, _tag: str) -> None:
        self._depth -= 1
        self._names.pop()
        self._holders.pop()

    def words(self, text: str) -> None:
        if "style" in self._names:
            self._css += text
        elif len(self._letters) < _MOST_LETTERS:
            self._letters |= dict.fromkeys(text)

    def _styled(self, css: str) -> None:
        if _OUTSIDE.search(css) or _ESCAPED in css:
            raise _refused()
        for families in _FAMILY.findall(css):
            self._written_in(families)

    def _written_in(self, families: str) -> None:
        for family in families.split(",")[:_MOST_FAMILIES]:
            if len(self._families) < _MOST_FAMILIES:
                self._families[family.strip(" \t\r\n'\"")] = None

    def written(self) -> Words:
        return Words("".join(self._letters), tuple(self._families))

    def ended(self) -> None:
        """What is used may not use something itself."""
        self._styled(self._css)  # whole: a comment in the middle of a word would hide it
        used = {target for targets in self._uses_in.values() for target in targets}
        if used & set(self._uses_in):
            raise _refused()


def require_harmless(content: bytes) -> None:
    """KnownError where the drawing is too large, is no SVG, or refers to anything outside itself."""
    _read(content)


def words_in(content: bytes) -> Words:
    """Of a drawing that is harmless; KnownError where it is not."""
    drawing = _read(content)
    return drawing.written()


def _read(content: bytes) -> _Drawing:
    if len(content) > BYTE_LIMIT:
        raise KnownError(tr("This drawing is larger than 2 MB. Save it as PNG and try again."))
    drawing, parser = _Drawing(), expat.ParserCreate()
    parser.StartElementHandler = drawing.opened
    parser.EndElementHandler = drawing.closed
    parser.CharacterDataHandler = drawing.words
    parser.StartDoctypeDeclHandler = _refuse_own_grammar
    parser.EntityDeclHandler = parser.ProcessingInstructionHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise KnownError(tr("This is no drawing that can be read. It was not added.")) from error
    drawing.ended()
    return drawing


def _refuse_own_grammar(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    """The name of the usual grammar is fetched by nobody; one of its own gives elements other attributes."""
    if has_subset:
        raise _refused()


def _refuse(*_what: object) -> None:
    raise _refused()


def _refused() -> KnownError:
    return KnownError(
        tr("This drawing refers to other files or is too involved. Save it as PNG and try again.")
    )
