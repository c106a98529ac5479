"""From a vote on candidates to our three: what is voted on, and what the result puts there."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Choice, Cluster
from mission_desk.core.plan.candidates import Candidate, Proposal, taken_as
from mission_desk.core.plan.filling_three import fill_three
from mission_desk.core.plan.priorities import COUNT, priorities
from mission_desk.core.vote.decided_by import terms
from mission_desk.core.vote.outcome import Outcome, outcome
from mission_desk.core.vote.poll_options import Option, lettered
from mission_desk.words import tr


def candidate_options(rows: Sequence[Candidate]) -> list[Option]:
    """One that is ours already is voted on as a priority, so that it keeps its reason and its links."""
    return lettered([_option(row) for row in rows])


def _option(row: Candidate) -> Option:
    if row.priority is not None:
        return Option("priority", row.words, priority=row.priority)
    if row.kind == "note":
        return Option("note", row.words, note=row.id)
    return Option("cluster", row.words, cluster=row.id)


def fill_from_poll(doc: Document, poll: int, *, source: object = None) -> None:
    """The three best of a closed poll, by its rule, become our three. Where more than one option is equal for
    the last place, all of these want in and the place stays free: no list decides."""
    result = outcome(doc, poll)
    if not result.decides:
        raise KnownError(tr("{why} Our three stay as they are.", why=terms(result)[0]))
    winners, equals = winners_and_equals(result)
    if not winners and not equals:
        raise KnownError(tr("Nobody voted, so the result names no three. Our three stay as they are."))
    fill_three(
        doc,
        [_proposal(doc, choice) for choice in winners],
        [_proposal(doc, choice) for choice in equals],
        source=source,
    )


def is_filled(doc: Document, poll: int) -> bool:
    """Whether our three are what this poll decided, in its order."""
    winners, equals = winners_and_equals(outcome(doc, poll))
    ours = [row.id for row in priorities(doc, "team")]
    known = [taken_as(doc, _proposal(doc, choice)) for choice in (*winners, *equals)]
    if any(row is None for row in known):
        return False
    ids = [row.id for row in known if row is not None]
    return ids[: len(winners)] == ours[: len(winners)]


def winners_and_equals(result: Outcome) -> tuple[list[Choice], list[Choice]]:
    """The options that are among the first three, best first, and those that share the last place with more
    than it has room for."""
    winners: list[Choice] = []
    options = [option for option in result.options if option.choice.kind != "none"] if result.ballots else []
    for place in sorted({option.place for option in options}):
        level = [option.choice for option in options if option.place == place]
        if len(winners) + len(level) > COUNT:
            return winners, level if len(winners) < COUNT else []
        winners += level
    return winners, []


def _proposal(doc: Document, choice: Choice) -> Proposal:
    """A priority has the words it has now, a cluster its name; any other option those that were voted on."""
    if (priority := doc.find(Priority, choice.priority)) is not None:
        return Proposal(priority.text, priority=priority.id)
    if choice.kind == "cluster":
        cluster = doc.find(Cluster, choice.cluster)
        return Proposal(cluster.name.strip() if cluster else choice.text, cluster=choice.cluster)
    return Proposal(choice.text, note=choice.note)
