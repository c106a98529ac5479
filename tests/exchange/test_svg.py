"""Only drawings that refer to nothing outside themselves and end soon are drawn."""

from __future__ import annotations

import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.exchange import svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
)


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<circle r="3" fill="url(#blue)"/>',
        '<defs><g id="leaf"><path d="M0 0h3"/></g></defs><use xlink:href="#leaf"/><use href="#leaf" x="3"/>',
        "<style>path { fill: red }</style><path d='M0 0'/>",
        "<text>url(http://shown.as.text) &amp; more</text>",
    ],
)
def test_plain_drawings_pass(inside: str) -> None:
    svg.require_harmless(drawing(inside))


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="/etc/passwd"/>',
        '<image href="data:image/png;base64,AA"/>',
        '<use xlink:href="other.svg#a"/>',
        '<rect fill="url(file:///etc/hosts)"/>',
        '<rect style="fill: url( http://example.org )"/>',
        "<style>@import 'other.css';</style>",
        "<script>1</script>",
        '<rect onclick="1"/>',
        "<foreignObject/>",
        '<a href="https://example.org"><rect/></a>',
        '<g id="a"><use href="#b"/></g><g id="b"><rect/></g><g id="c"><use href="#a"/></g>',
        '<g id="a"><use href="#a"/></g>',
        "<g>" * 100 + "</g>" * 100,
        "<rect/>" * 6_000,
        '<g id="a"/>' + '<use href="#a"/>' * 300,
    ],
)
def test_what_reaches_out_or_never_ends_is_refused(inside: str) -> None:
    with pytest.raises(KnownError, match="Save it as PNG"):
        svg.require_harmless(drawing(inside))


def test_entities_that_multiply_are_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + drawing("<text>&b;</text>")
    with pytest.raises(KnownError, match="too involved"):
        svg.require_harmless(bomb)


@pytest.mark.parametrize("content", [b"", b"<svg", b"\x89PNG", b"<svg><g></svg>"])
def test_what_is_no_drawing_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(KnownError, match="no drawing"):
        svg.require_harmless(content)


def test_a_page_is_no_drawing_and_size_has_an_end() -> None:
    with pytest.raises(KnownError):
        svg.require_harmless(b"<html><body/></html>")
    with pytest.raises(KnownError, match="2 MB"):
        svg.require_harmless(drawing(" " * svg.BYTE_LIMIT))
