"""What `show` says of priorities, roles, the road map and the measures of today."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import NOT_RATED, Link, Priority
from mission_desk.core.file.rows import shared_values
from mission_desk.core.plan import candidates, gaps, kpis, links, priorities, roadmap, roadmap_gaps, roles
from mission_desk.core.plan.warning_signs import sign_words
from mission_desk.exchange.described import (
    DescribedCandidate,
    DescribedGap,
    DescribedGuideline,
    DescribedKpi,
    DescribedLink,
    DescribedPriorities,
    DescribedPriority,
    DescribedRoadmapGap,
    DescribedRole,
)


def described_priorities(doc: Document) -> DescribedPriorities:
    company, team = (priorities.priorities(doc, side) for side in ("company", "team"))
    theirs, ours = ({row.id: n for n, row in enumerate(rows, 1)} for rows in (company, team))
    drawn = links.links(doc)
    return DescribedPriorities(
        tuple(_priority(doc, n, row, _links(drawn, row, ours)) for n, row in enumerate(company, 1)),
        tuple(_priority(doc, n, row, _links(drawn, row, theirs)) for n, row in enumerate(team, 1)),
        tuple(_priority(doc, n, row, ()) for n, row in enumerate(priorities.not_this_year(doc), 1)),
        tuple(_gap(doc, gap) for gap in gaps.gaps(doc)),
    )


def _gap(doc: Document, gap: gaps.Gap) -> DescribedGap:
    words = doc.row(Priority, gap.priority).text
    return DescribedGap(gap.kind, words, gaps.fix(gap.kind), gaps.way_out(gap.kind))


def _links(drawn: list[Link], row: Priority, others: dict[int, int]) -> tuple[DescribedLink, ...]:
    """Those of `row`; `others` are the numbers of the priorities on the other side."""
    ends = [(link, link.team if link.company == row.id else link.company) for link in drawn]
    own = [(link, other) for link, other in ends if row.id in (link.company, link.team)]
    described = [DescribedLink(others[other], link.strength, link.because) for link, other in own]
    return tuple(sorted(described, key=attrgetter("number")))


def _priority(
    doc: Document, number: int, row: Priority, drawn: tuple[DescribedLink, ...]
) -> DescribedPriority:
    values = shared_values(row, DescribedPriority) | {"works": None if row.works == NOT_RATED else row.works}
    return DescribedPriority(
        **values,
        number=number,
        linked=tuple(link.number for link in drawn),
        links=drawn,
        sources=tuple(words for words in candidates.origin_words(doc, row.id) if words),
    )


def described_candidates(doc: Document) -> tuple[DescribedCandidate, ...]:
    return tuple(
        DescribedCandidate(**shared_values(each, DescribedCandidate), taken=each.priority is not None)
        for each in candidates.candidates(doc)
    )


def described_roles(doc: Document) -> tuple[DescribedRole, ...]:
    return tuple(DescribedRole(row.name, row.people) for row in roles.roles(doc))


def described_kpis(doc: Document) -> tuple[DescribedKpi, ...]:
    return tuple(DescribedKpi(**shared_values(row, DescribedKpi)) for row in kpis.kpis(doc))


def described_guidelines(doc: Document) -> tuple[DescribedGuideline, ...]:
    number = {row.id: n for n, row in enumerate(priorities.priorities(doc, "team"), 1)}
    return tuple(
        DescribedGuideline(
            **shared_values(row, DescribedGuideline) | {"warning": sign_words(doc, row)},
            serves=number.get(row.priority or 0),
        )
        for row in roadmap.written_guidelines(doc)
    )


def described_roadmap_gaps(doc: Document) -> tuple[DescribedRoadmapGap, ...]:
    numbers = {row.id: n for n, row in enumerate(roadmap.written_guidelines(doc), 1)}
    today = date.fromtimestamp(doc.now())
    return tuple(
        DescribedRoadmapGap(gap.kind, gap.name, tuple(numbers[row] for row in gap.rows))
        for gap in roadmap_gaps.roadmap_gaps(doc, today)
    )
