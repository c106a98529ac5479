"""Posters whose look is agreed upon: between them they show every part that a poster can have. What lies
where on each of them stands in `agreed/`, one thing a line.

python -m tests.posters.agreed_posters DIR   writes the posters as PDF into DIR, to be looked at
python -m tests.posters.agreed_posters       writes the drawings anew, after somebody has looked"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from msgspec.structs import replace

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.ballot_scales import scales
from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.posters.contents import BoardPoster, Box, Poster, PosterNote, ResultPoster, ResultRow
from mission_desk.posters.kinds import ballot_sheets
from mission_desk.posters.kinds.ballot_sheets import BallotSheets
from mission_desk.posters.sheets.paper import Paper, paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import STATEMENT, board, note, statement

AGREED = Path(__file__).with_name("agreed")
LONG = (
    "Together we take care of every traveller from the first question to the safe way home: we listen, we "
    "answer in plain words, we keep our promises, and we leave every person feeling looked after."
)
STYLES = ("ideator", "strategist", "analyst", "heart", "customers", "makers", "parking")
DOTS = (0, 1, 2, 6, 7, 12, 0)
WORDS = ("block", "reservations", "can live", "support", "love it")
BARS = (
    tuple(Band(words, n + 1, float(n)) for n, words in enumerate(WORDS)),
    (Band("can live", 12, 2.0), Band("no answer", 3, None)),
    (Band("love it", 1, 4.0), Band("block", 60, 0.0)),
    (),
)
LEGEND = (*(Key(words, float(n)) for n, words in enumerate(WORDS)), Key("no answer", None))


def board_as_it_lies() -> BoardPoster:
    notes = [
        note(f"A thought of {style}", n % 4 * 200, n // 4 * 180, style, DOTS[n])
        for n, style in enumerate(STYLES)
    ]
    notes.append(PosterNote("", "heart", "", 620, 200, 180, 156, 0, b"no picture", "It cannot be drawn."))
    notes.append(PosterNote("Wide: " + LONG, "analyst", "Analyst", 0, 400, 380, 320, 3))
    return BoardPoster(
        "Customers and what they dream of",
        "What would they tell their friends?",
        "Lisbon, 14 May 2026",
        (Box("Dream", -20, -90, 420, 470), Box("Worry", 420, -90, 400, 470)),
        (Box("Time", -10, -10, 390, 180, "ideator"), Box("", 410, 390, 200, 100, "heart")),
        tuple(notes),
    )


def results(count: int, words: str) -> tuple[ResultRow, ...]:
    return tuple(
        ResultRow(
            "ABCDEFGHIJKLMN"[n], words, 0, 0, n == 1, f"Pull {n} · drag {n / 2}", BARS[n % 4],
            "Bold but split: hear them first." if n % 2 else "",
        )
        for n in range(count)
    )  # fmt: skip


def dotted(counts: tuple[int, ...]) -> tuple[ResultRow, ...]:
    return tuple(ResultRow("ABC"[n], STATEMENT, each, sum(counts), n == 0) for n, each in enumerate(counts))


def ballots(rule: str, seats: tuple[str | None, ...], options: int = 2) -> bytes:
    poll = Poll(1, "Which one shall it be?", rule, 5, 0, "open", 0)
    choices = tuple(("ABCDEFGH"[n], STATEMENT) for n in range(options))
    sheets = BallotSheets(poll.question, choices, scales(poll, options, "en"), seats, "en")
    return ballot_sheets.drawn(sheets, paper("A4"))[0]


def tiled(place: int) -> bytes:
    """One page of a poster over several sheets; the poster itself is one form on each."""
    whole = pdfium.PdfDocument(poster_bytes(statement(look="paper"), paper("A2"), tile=paper("A4")))
    fresh = pdfium.PdfDocument.new()
    fresh.import_pages(whole, [place % len(whole)])
    target = BytesIO()
    fresh.save(target)
    return target.getvalue()


HEBREW = "אנחנו עונים תוך 24 שעות, תמיד (גם בלילה)."
GERMAN = "Donaudampfschifffahrtsgesellschaftskapitäne antworten."
NAMES = tuple(f"Name {n} Surname" for n in range(40))
FAR = (Box("Left", -10, -10, 1200, 900), Box("Empty", 3000, 0, 10, 10))
EVENT = "Lisbon, at the Harbour House by the river, upper floor, on 14 May 2026 in the morning"
EYEBROW = "Our mission for all who answer"
A4, A4_LYING, A3_LYING = paper("A4"), paper("A4", True), paper("A3", True)

ON_ONE_PAGE: dict[str, tuple[Poster, Paper]] = {
    "statement": (statement(), A4),
    "statement-bold-lying": (statement(LONG, look="paper", face="bold"), A3_LYING),
    "statement-ink-saver": (statement(look="sun", ink_saver=True, names=NAMES), A4),
    "statement-alone": (statement("Yes.", team="", event="", names=(), squares=()), A4),
    "statement-right-to-left": (statement(HEBREW), A4),
    "statement-hyphens": (statement(GERMAN, language="de"), A4),
    "statement-long-head": (statement(event=EVENT, eyebrow=EYEBROW, team=EVENT, names=(EVENT,)), A4),
    "statement-long": (statement(f"{LONG} {LONG}"), paper("Letter", True)),
    "board-long-notes": (board(7, 3, LONG), A4_LYING),
    "board-of-many": (board(40, 20, "Idea"), A4),
    "result-long-question": (ResultPoster(LONG, results(2, "Yes"), EVENT, EVENT, legend=LEGEND), A4_LYING),
    "board-as-it-lies": (board_as_it_lies(), A3_LYING),
    "board-in-rows": (replace(board(22, 11), regions=FAR), A4),
    "board-empty": (replace(board_as_it_lies(), notes=(), event=""), A4),
    "result-dots": (ResultPoster("Which one?", dotted((8, 4, 0)), "Lisbon", "12 seats voted"), A4_LYING),
    "result-bars": (ResultPoster("Which one?", results(4, STATEMENT), "Lisbon", "Secret", legend=LEGEND), A4),
    "result-crowded": (ResultPoster("Which one of all these?", results(14, LONG), note="14 options"), A4),
}
POSTERS: dict[str, Callable[[], bytes]] = {
    **{name: partial(poster_bytes, poster, size) for name, (poster, size) in ON_ONE_PAGE.items()},
    "ballots-pull": partial(ballots, "pull-and-drag", ("1", "", None)),
    "ballots-dots": partial(ballots, "dots", ("1",), 8),
    "ballots-yes": partial(ballots, "approval", ("12", None)),
    "ballots-agreement": partial(ballots, "gradients", ("", "2")),
    "ballots-consent": partial(ballots, "consent", ("1",)),
    "map": partial(tiled, 0),
    "sheet-first": partial(tiled, 1),
    "sheet-middle": partial(tiled, 6),
    "sheet-last": partial(tiled, -1),
}


def drawing(content: bytes) -> list[str]:
    """What lies on the first page, in the order in which it is drawn: its edges in points (left, bottom,
    right, top), its colour, and the words; of a shape how many corners it has, their middle, and its line."""
    with pdfium.PdfDocument(content) as document:
        page = document[0]
        words = page.get_textpage()
        return list(things(page, words))


def things(page: pdfium.PdfPage, words: pdfium.PdfTextPage) -> Iterator[str]:
    for each in page.get_objects(max_depth=1):
        bounds = each.get_bounds()
        edges = " ".join(f"{edge:.1f}" for edge in bounds)
        if each.type == raw.FPDF_PAGEOBJ_TEXT:
            if bounds[0] < bounds[2]:  # a blank that parts two words for whoever copies them has no ink
                yield f"text {edges} {colour(each, raw.FPDFPageObj_GetFillColor)} {text(each, words)}"
        elif each.type == raw.FPDF_PAGEOBJ_PATH:
            yield f"shape {edges} {corners(each)} {ink(each)}"
        else:
            yield f"other {edges} {each.type}"


def text(each: pdfium.PdfObject, words: pdfium.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(each.raw, words.raw, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(each.raw, words.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0").strip().replace("\n", " ")


def corners(each: pdfium.PdfObject) -> str:
    count = raw.FPDFPath_CountSegments(each.raw)
    x, y = ctypes.c_float(), ctypes.c_float()
    middle = [0.0, 0.0]
    for n in range(count):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(each.raw, n), x, y)
        middle = [middle[0] + x.value / count, middle[1] + y.value / count]
    return f"{count} {middle[0]:.1f} {middle[1]:.1f}"


def ink(each: pdfium.PdfObject) -> str:
    mode, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(each.raw, mode, stroke)
    raw.FPDFPageObj_GetStrokeWidth(each.raw, width)
    filled = colour(each, raw.FPDFPageObj_GetFillColor) if mode.value else "-"
    line = f"{colour(each, raw.FPDFPageObj_GetStrokeColor)} {width.value:.1f}" if stroke.value else "-"
    return f"{filled} {line}"


def colour(each: pdfium.PdfObject, read: Callable[..., object]) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    read(each.raw, *parts)
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def main(arguments: list[str]) -> None:
    for name, poster in POSTERS.items():
        content = poster()
        if arguments:
            Path(arguments[0], f"{name}.pdf").write_bytes(content)
        else:
            AGREED.joinpath(f"{name}.txt").write_text("\n".join(drawing(content)) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
