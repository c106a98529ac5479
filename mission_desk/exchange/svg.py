"""Is this drawing harmless? An SVG can name files of this machine, pages of the net, or itself over and over:
what draws it would read the first and never end with the last. Only plain drawings pass."""

from __future__ import annotations

import re
from xml.parsers import expat

from mission_desk.core.errors import KnownError
from mission_desk.words import tr

BYTE_LIMIT = 2_000_000
ELEMENT_LIMIT = 5_000
DEPTH_LIMIT = 60
USE_LIMIT = 200
# Elements that fetch, run or nest something else.
_REFUSED = {"image", "script", "foreignobject", "iframe", "feimage", "audio", "video", "animate", "set"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!\s*#)|@import|expression\(|javascript:", re.IGNORECASE)


class _Drawing:
    """Walks over the elements once, and stops at the first that does not pass."""

    def __init__(self) -> None:
        self._elements = self._depth = self._uses = 0
        self._names: list[str] = []
        self._holders: list[str] = []  # the ids of what is open around here
        self._uses_in: dict[str, set[str]] = {}

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(":", 1)[-1].casefold()
        self._elements += 1
        self._depth += 1
        if name in _REFUSED or self._elements > ELEMENT_LIMIT or self._depth > DEPTH_LIMIT:
            raise _refused()
        if self._elements == 1 and name != "svg":
            raise _refused()
        self._names.append(name)
        self._holders.append(attributes.get("id", ""))
        for key, value in attributes.items():
            self._attribute(name, key.rsplit(":", 1)[-1].casefold(), value)

    def _attribute(self, name: str, key: str, value: str) -> None:
        if key.startswith("on") or _OUTSIDE.search(value):
            raise _refused()
        if key != "href":
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
        if self._names and self._names[-1] == "style" and _OUTSIDE.search(text):
            raise _refused()

    def ended(self) -> None:
        """What is used may not use something itself."""
        used = {target for targets in self._uses_in.values() for target in targets}
        if used & set(self._uses_in):
            raise _refused()


def require_harmless(content: bytes) -> None:
    """KnownError where the drawing is too large, is no SVG, or refers to anything outside itself."""
    if len(content) > BYTE_LIMIT:
        raise KnownError(tr("This drawing is larger than 2 MB. Save it as PNG and try again."))
    drawing, parser = _Drawing(), expat.ParserCreate()
    parser.StartElementHandler = drawing.opened
    parser.EndElementHandler = drawing.closed
    parser.CharacterDataHandler = drawing.words
    parser.EntityDeclHandler = parser.ProcessingInstructionHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise KnownError(tr("This is no drawing that can be read. Nothing was added.")) from error
    drawing.ended()


def _refuse(*_what: object) -> None:
    raise _refused()


def _refused() -> KnownError:
    return KnownError(
        tr("This drawing refers to other files or is too involved. Save it as PNG and try again.")
    )
