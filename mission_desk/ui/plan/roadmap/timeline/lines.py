"""The timeline as values: our three priorities, under each the guidelines that have a date, and those that
have none yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import check_in_days, priorities, roadmap, roadmap_gaps
from mission_desk.ui.parts import dates
from mission_desk.ui.plan.roadmap.cells import days_over
from mission_desk.ui.plan.state_words import state_words
from mission_desk.words import tr, trn
from mission_desk.written import day_without_year, quoted, weekday


class TimelineLine(Struct, frozen=True):
    """The head of a priority (`number` 0 for none), or a guideline with its date. `warns` where it is over;
    `owner` is what stands beside, `note` what a head says of guidelines without a date."""

    kind: Literal["head", "bar"]
    number: int = 0
    words: str = ""
    row: Guideline | None = None
    due: date | None = None
    owner: str = ""
    note: str = ""
    warns: bool = False


class Timeline(Struct, frozen=True):
    """`undated` are (number of the priority, guideline)."""

    lines: tuple[TimelineLine, ...]
    undated: tuple[tuple[int, Guideline], ...]

    def rows(self) -> list[Guideline]:
        """From top to bottom, those without a date last."""
        dated = [line.row for line in self.lines if line.row is not None]
        return [*dated, *(row for _, row in self.undated)]


def timeline(doc: Document, today: date) -> Timeline:
    team = priorities.priorities(doc, "team")
    numbers = {row.id: n for n, row in enumerate(team, 1)}
    written = roadmap.written_guidelines(doc)
    lines: list[TimelineLine] = []
    for number, words in [(n, row.text.strip()) for n, row in enumerate(team, 1)] + [(0, "")]:
        own = [row for row in written if numbers.get(row.priority or 0, 0) == number]
        if number or own:
            lines += _of_priority(number, words, own, today)
    undated = [
        (numbers.get(row.priority or 0, 0), row)
        for row in written
        if roadmap.due_date(row) is None and row.state != "dropped"
    ]
    return Timeline(tuple(lines), tuple(sorted(undated, key=lambda each: each[0] or len(team) + 1)))


def _of_priority(number: int, words: str, own: list[Guideline], today: date) -> list[TimelineLine]:
    dated = sorted(
        (row for row in own if roadmap.due_date(row) is not None), key=lambda row: (row.due, row.rank)
    )
    waiting = [row.role.strip() or "—" for row in own if roadmap.due_date(row) is None]
    note = ""
    if not dated and waiting:
        note = tr("Nothing dated here yet: {roles} below.", roles=", ".join(dict.fromkeys(waiting)))
    elif not own:
        note = tr("No guideline serves it yet.")
    head = words or (tr("priority {n}", n=number) if number else tr("serves none of our three yet"))
    return [TimelineLine("head", number, head, note=note), *(bar(row, today) for row in dated)]


def bar(row: Guideline, today: date) -> TimelineLine:
    due = roadmap.due_date(row)
    over = roadmap_gaps.is_overdue(row, today)
    owner = row.owner.strip() or tr("nobody yet")
    return TimelineLine("bar", 0, _due_words(row, due, today), row, due, owner, warns=over)


def _due_words(row: Guideline, due: date | None, today: date) -> str:
    """ "due 15 Feb · 7 days over"."""
    if row.state == "dropped":
        because = row.because.strip()
        return f"{state_words()['dropped']}: {quoted(because)}" if because else state_words()["dropped"]
    if due is None:
        return ""
    day = tr("due {day}", day=dates.show_day_near(row.due, min(due, today)))
    if row.state == "lived":
        return f"{state_words()['lived']} · {day}"
    left = (due - today).days
    late = days_over(row, today) or (trn("one day left", "{n} days left", left) if 0 < left <= SOON else "")
    return " · ".join(part for part in (day, late) if part)


SOON = 30  # days of which it is said how many are left


def later(before: date, after: date) -> str:
    """ "two weeks later" in figures."""
    days = (after - before).days
    if not days:
        return tr("where it was")
    if days % 7 == 0:
        weeks = abs(days) // 7
        return (
            trn("one week later", "{n} weeks later", weeks)
            if days > 0
            else trn("one week earlier", "{n} weeks earlier", weeks)
        )
    if days > 0:
        return trn("one day later", "{n} days later", days)
    return trn("one day earlier", "{n} days earlier", -days)


def day_words(day: date) -> str:
    """With its weekday: a date on a Sunday is a slip."""
    return f"{weekday(day)} {day_without_year(day)}"


class Milestone(Struct, frozen=True):
    """A day of the whole group: `name` over `words`."""

    day: date
    name: str
    words: str


def milestones(start: date) -> list[Milestone]:
    """The day, the check-ins, and the review after a year; what fell on a weekend says so."""
    names = {
        "30 days": tr("30 days"), "90 days": tr("90 days"), "180 days": tr("180 days"),
        "annual review": tr("Annual review"),
    }  # fmt: skip
    made = [Milestone(start, tr("The day"), day_without_year(start))]
    for each in check_in_days.check_in_days(start):
        words = day_without_year(each.day)
        if each.day != each.planned:
            words = tr("{day}, after the weekend", day=words)
        made.append(Milestone(each.day, names[each.kind], words))
    return made


def next_check_in(start: date, today: date) -> date:
    """Where a guideline that is over could be moved to."""
    coming = [each.day for each in check_in_days.check_in_days(start) if each.day > today]
    return coming[0] if coming else today + timedelta(30)
