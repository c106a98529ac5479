"""Writes a poster as PDF: on one page or over several sheets, into memory or safely to the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.contents import BoardPoster, Poster, ResultPoster, StatementPoster
from mission_desk.posters.kinds.board_page import draw_board
from mission_desk.posters.kinds.result_page import draw_result
from mission_desk.posters.kinds.statement_page import draw_statement
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.page import Page
from mission_desk.posters.pdf.pdf_file import PdfFile
from mission_desk.posters.pdf.storing import refuse_other_files, store
from mission_desk.posters.sheets.paper import Paper
from mission_desk.posters.sheets.tile_map import draw_map
from mission_desk.posters.sheets.tile_sheet import FORM, Sheet, draw_sheet
from mission_desk.posters.sheets.tiling import TilePlan, tile_plan
from mission_desk.words import tr

Progress = Callable[[int, int], bool]
"""Called with pages done and pages in all; False stops the writing."""


class Cancelled(KnownError):  # noqa: N818
    """The user stopped the writing; an older file of that name is as it was."""


class Printed(Struct, frozen=True):
    """What was written. `sheets` does not count the map page; `missing` are characters no bundled font
    has."""

    path: Path
    sheets: int
    columns: int
    rows: int
    missing: tuple[str, ...]


class _Drawn(Struct, frozen=True):
    content: bytes
    plan: TilePlan | None
    missing: tuple[str, ...]


def write_poster(
    path: Path | str,
    poster: Poster,
    paper: Paper,
    *,
    tile: Paper | TilePlan | None = None,
    overlap_mm: float = 10,
    scale: float = 1.0,
    progress: Progress | None = None,
    when: datetime | None = None,
) -> Printed:
    """Writes the PDF at `path`, replacing what is there only once everything is on the disk. `tile` is the
    printer's paper or a ready plan (then `overlap_mm` and `scale` are the plan's); `when` is the date the PDF
    tells, now if not given. KnownError: nothing to print, a file there that is no PDF, no permission, no
    room, stopped (`Cancelled`)."""
    target = Path(path)
    refuse_other_files(target)
    drawn = _draw(poster, paper, tile, overlap_mm, scale, progress, when or datetime.now(UTC))
    store(target, drawn.content)
    columns, rows = (drawn.plan.columns, drawn.plan.rows) if drawn.plan else (1, 1)
    return Printed(target, columns * rows, columns, rows, drawn.missing)


def poster_bytes(
    poster: Poster,
    paper: Paper,
    *,
    tile: Paper | TilePlan | None = None,
    overlap_mm: float = 10,
    scale: float = 1.0,
    progress: Progress | None = None,
    when: datetime | None = None,
) -> bytes:
    """The same PDF in memory, for a preview. The same poster gives the same bytes: without `when`, its date
    is a fixed one."""
    return _draw(poster, paper, tile, overlap_mm, scale, progress, when).content


def poster_title(poster: Poster) -> str:
    """What the document is called: its file's title and the heading of its map page."""
    match poster:
        case StatementPoster():
            return one_line(poster.eyebrow) or tr("Mission statement", poster.language)
        case BoardPoster():
            return one_line(poster.title)
        case ResultPoster():
            return one_line(poster.question)
        case _:
            assert_never(poster)


def _draw(
    poster: Poster,
    paper: Paper,
    tile: Paper | TilePlan | None,
    overlap_mm: float,
    scale: float,
    progress: Progress | None,
    when: datetime | None,
) -> _Drawn:
    plan = tile_plan(paper, tile, overlap_mm, scale) if isinstance(tile, Paper) else tile
    file = PdfFile(poster_title(poster), poster.language, when, tagged=plan is None)
    report = _Steps(progress, 1 if plan is None else plan.sheets + 2)
    if plan is None:
        file.draw_page(paper.width, paper.height, partial(_draw_poster, poster=poster))
        report.step()
    else:
        _draw_tiles(file, poster, plan, report)
    return _Drawn(file.to_bytes(), plan, tuple(sorted(file.missing)))


def _draw_poster(page: Page, poster: Poster) -> None:
    match poster:
        case StatementPoster():
            draw_statement(page, poster)
        case BoardPoster():
            draw_board(page, poster)
        case ResultPoster():
            draw_result(page, poster)
        case _:
            assert_never(poster)


def _draw_tiles(file: PdfFile, poster: Poster, plan: TilePlan, report: _Steps) -> None:
    language, sheet = poster.language, plan.sheet
    # One form for all sheets: an A0 board with 1,000 notes takes 0.4 s instead of 18 and a sixtieth of the
    # size.
    file.draw_form(FORM, plan.paper.width, plan.paper.height, partial(_draw_poster, poster=poster))
    report.step()
    file.bookmark("map", tr("How to put it together", language))
    file.draw_page(
        sheet.width, sheet.height, partial(draw_map, plan=plan, title=poster_title(poster), language=language)
    )
    report.step()
    for number in range(plan.sheets):
        place = Sheet(plan, *divmod(number, plan.columns), language)
        file.bookmark(place.name, tr("Sheet {name}", language, name=place.name))
        file.draw_page(sheet.width, sheet.height, partial(draw_sheet, sheet=place))
        report.step()


class _Steps:
    """Counts the finished steps and asks whether to go on."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def step(self) -> None:
        self._done += 1
        if self._progress and not self._progress(self._done, self._total):
            raise Cancelled(tr("Stopped. No poster was written; an older file of that name is unchanged."))
