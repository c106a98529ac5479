"""The first page of a tiled poster: a picture of the whole with the sheets' names on it, and how to put it
together."""

from __future__ import annotations

from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import ACCENT, INK, INK_2, INK_3, WHITE
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.paragraph import Copy, TextBlock
from mission_desk.posters.sheets.paper import POINTS_PER_MM
from mission_desk.posters.sheets.tile_sheet import FORM
from mission_desk.posters.sheets.tiling import TilePlan, sheet_name
from mission_desk.words import tr, trn

_MARGIN = 16 * POINTS_PER_MM
_STEP_TEXT = 9.5
_BADGE_TEXT = 8.0
_STEP_INDENT, _STEP_GAP = 18.0, 5.0
_WORDS_SHARE = 0.36


def draw_map(page: Page, plan: TilePlan, title: str, language: str) -> None:
    """Draws on a page of the sheet's size: words beside the picture where the sheet lies, else above and
    below it."""
    frame = Area(_MARGIN, _MARGIN, page.width - 2 * _MARGIN, page.height - 2 * _MARGIN)
    lying = page.width > page.height
    words = Area(frame.x, frame.y, frame.w * _WORDS_SHARE, frame.h) if lying else frame
    top = _draw_head(page, plan, one_line(title), language, words)
    steps = [
        Copy(stack("Inter-Medium"), step, language, 1.3).wrapped(_STEP_TEXT, words.w - _STEP_INDENT)
        for step in assembly_steps(plan, language)
    ]
    steps_top = frame.bottom - sum(block.height + _STEP_GAP for block in steps)
    if lying:
        picture = Area(words.right + _MARGIN, frame.y, frame.right - words.right - _MARGIN, frame.h)
    else:
        picture = Area(frame.x, top, frame.w, steps_top - 20 - top)
    _draw_picture(page, plan, picture)
    _draw_steps(page, steps, words, top if lying else steps_top)


def assembly_steps(plan: TilePlan, language: str) -> list[str]:
    """How to put the poster together, one sentence a step."""
    steps = [
        tr("Print at 100 % (“actual size”), never “fit to page”, on one side only.", language),
        tr("Measure the bar at the foot of sheet A1: it must be 50 mm long.", language),
    ]
    if plan.sheets == 1:
        return [*steps, tr("Trim along the ticks.", language)]
    return [
        *steps,
        tr(
            "Trim the left and the top edge at the full ticks. Row A keeps its top, column 1 its left.",
            language,
        ),
        tr("Glue or tape each row from left to right: the trimmed edge lies on the dashed line.", language),
        tr("Join the rows from top to bottom. Trim the outside last.", language),
    ]


def _draw_head(page: Page, plan: TilePlan, title: str, language: str, frame: Area) -> float:
    block = Copy(stack("Inter-ExtraBold"), title, language, 1.15).fitted((22, 19, 16, 13), frame.w, 60)
    block.draw(page, frame.x, frame.y, frame.w, INK)
    facts = Copy(stack("Inter-Medium"), _facts(plan, language), language).wrapped(10, frame.w)
    top = frame.y + block.cap_height + 15
    facts.draw(page, frame.x, top, frame.w, INK_2)
    return top + facts.cap_height + 24


def _facts(plan: TilePlan, language: str) -> str:
    sheets = trn("{n} sheet", "{n} sheets", plan.sheets, language)
    grid = tr(
        "{sheets} of {paper}, {columns} across, {rows} down.",
        language,
        sheets=sheets,
        paper=plan.sheet.name,
        columns=plan.columns,
        rows=plan.rows,
    )
    size = tr(
        "Hangs {width} × {height} mm.", language, width=round(plan.width_mm), height=round(plan.height_mm)
    )
    if plan.percent == 100:
        return f"{grid} {size}"
    return f"{grid} {size} " + tr("That is {percent} % of its full size.", language, percent=plan.percent)


def _draw_picture(page: Page, plan: TilePlan, room: Area) -> None:
    step_x, step_y = plan.window.w - plan.overlap, plan.window.h - plan.overlap
    width, height = plan.columns * step_x + plan.overlap, plan.rows * step_y + plan.overlap
    scale = min(room.w / width, room.h / height)
    whole = Area(room.x + (room.w - width * scale) / 2, room.y, width * scale, height * scale)
    poster = plan.spread
    at = Area(whole.x + poster.x * scale, whole.y + poster.y * scale, poster.w * scale, poster.h * scale)
    with page.clipped(at):
        page.place_form(FORM, (at.x, at.y), plan.paper.height, scale * plan.scale)
    page.frame(at, INK_3, 0.3)
    for column in range(1, plan.columns):
        x = whole.x + (column * step_x + plan.overlap / 2) * scale
        _draw_seam(page, (x, whole.y), (x, whole.bottom))
    for row in range(1, plan.rows):
        y = whole.y + (row * step_y + plan.overlap / 2) * scale
        _draw_seam(page, (whole.x, y), (whole.right, y))
    page.frame(whole, INK_3, 0.5)
    for row in range(plan.rows):
        for column in range(plan.columns):
            corner = (whole.x + column * step_x * scale + 5, whole.y + row * step_y * scale + 5)
            _draw_badge(page, sheet_name(row, column), corner, min(_BADGE_TEXT, step_x * scale * 0.25))


def _draw_seam(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    # White under the dashes: the seam must be seen on a dark poster and on a light one.
    page.rule(start, end, WHITE, 0.9)
    page.rule(start, end, INK_2, 0.5, (3, 2.5))


def _draw_badge(page: Page, name: str, corner: tuple[float, float], size: float) -> None:
    line = shape(stack("Inter-Bold"), name)
    width, height = line.width() * size + size * 0.9, size * 1.55
    page.rectangle(Area(corner[0], corner[1], width, height), WHITE, height * 0.25)
    cap = stack("Inter-Bold").first.cap * size
    end = page.text(line, corner[0] + size * 0.45, corner[1] + (height + cap) / 2, size, INK)
    page.word_gap(stack("Inter-Bold"), end, corner[1] + (height + cap) / 2, size)


def _draw_steps(page: Page, steps: list[TextBlock], frame: Area, top: float) -> None:
    for number, block in enumerate(steps, start=1):
        baseline = top + block.stack.first.cap * block.size
        page.text(shape(stack("Inter-Bold"), f"{number} "), frame.x, baseline, _STEP_TEXT, ACCENT)
        block.draw(page, frame.x + _STEP_INDENT, top, frame.w - _STEP_INDENT, INK)
        top += block.height + _STEP_GAP
