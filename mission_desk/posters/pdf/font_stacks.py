"""Which font writes what: a first face for each role and, behind it, faces for the scripts and pictures it
lacks."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from mission_desk.posters.pdf.font_face import Face, load_face
from mission_desk.posters.pdf.text_clusters import clusters, is_emoji

_SCRIPTS = ("NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansThai")
_HEAVY = ("SemiBold", "Bold", "ExtraBold")


class Stack(Struct, frozen=True, eq=False):
    """Faces in order of preference."""

    faces: tuple[Face, ...]

    @property
    def first(self) -> Face:
        return self.faces[0]

    def pick(self, cluster: str, before: Face | None) -> Face | None:
        """The face for a cluster; None where no bundled font has it. `before` is the face of the cluster
        before."""
        if is_emoji(cluster):
            picture = next((face for face in self.faces if face.coloured and face.has(cluster)), None)
            if picture:
                return picture
        # Spaces and points stay with their word: an Arabic comma between two Arabic words must not change its
        # font.
        if before and not before.coloured and not cluster[0].isalnum() and before.has(cluster):
            return before
        return next((face for face in self.faces if face.has(cluster)), None)

    def missing(self, text: str) -> set[str]:
        """The clusters no bundled font can write."""
        pieces = {text[start:end] for start, end in clusters(text)}
        return {piece for piece in pieces if not piece.isspace() and self.pick(piece, None) is None}

    def joined(self, text: str) -> bool:
        """Whether part of the text is in a script whose letters touch."""
        return any(face.joined for face in self._needed(text))

    def _needed(self, text: str) -> set[Face]:
        first = self.faces[0].covered
        return {
            face for letter in set(text) if ord(letter) not in first and (face := self.pick(letter, None))
        }


@cache
def stack(first: str) -> Stack:
    """The stack that starts with `resources/fonts/<first>.ttf`, such as `Inter-Bold`."""
    weight = "Bold" if first.endswith(_HEAVY) else "Regular"
    # Inter and Noto Serif stand in for each other: only the serif has U+FFFD, only Inter has some of the
    # symbols.
    spare = "NotoSerif-Regular" if first.startswith("Inter") else "Inter-Medium"
    # Japanese comes after it: that face has Greek, Cyrillic and signs of its own.
    scripts = (f"{script}-{weight}" for script in _SCRIPTS)
    names = (first, *scripts, spare, f"NotoSansJP-{weight}", "Twemoji")
    return Stack(tuple(load_face(name) for name in names))
