"""What is in a workshop, for programs (`to_json`) and for people (`to_text`). Reads only; never who voted
what.

Keys of the JSON, which stay as they are: `format` ("mission-desk/1"), `workshop` {the fields of `SetUp`},
`step` (key of the open step), `seats` [{number name style}],
`steps` [{key title minutes page board lead visited}], `boards` [{key title style regions[{key title}]
clusters[name] notes[{text style cluster region dots x y concerns across up}] across up}], where `across` and
`up` are the names of the board's axes and a note's places on them (0 to 100, else null), `drafts` [{letter
name kind audience text chosen versions[text, oldest first] concerns sources}], `polls` [{question rule
dots_each secret state ballots choices[{letter text dots seats kind place score verdict bands[{words count}]}]
winner several round withdrawn[text] under[{rule winner}] steps[text]}], newest first; `dots` and `seats`
null until closed and under other rules than dots, `place` null until closed; a secret poll with under five
ballots tells places only, `priorities` {company[{number text linked place why measure unit direction start
goal due touch works unlinked_because links[{number strength because}] sources[text]}] team[...]
not_this_year[...] gaps[{kind priority fix way_out}]}, `candidates` [{kind words board style notes dots
taken}], most dots first, `roles` [{name people}], `kpis` [{name answer changed_to because}], `guidelines`
[{role text measure start goal data evaluation owner due unit direction data_from data_since state because
serves}], `roadmap_gaps` [{kind name guidelines[number]}], `verdicts` [{subject promise answer text}]; a
concern is {text phrase style state answer}."""

from __future__ import annotations

import json

from msgspec import to_builtins
from msgspec.structs import replace

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.board.axes import Axes, axes_of
from mission_desk.core.board.places import Box
from mission_desk.core.board.regions import regions_on
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import (
    Board,
    Choice,
    Concern,
    Draft,
    Note,
    Poll,
    Region,
    Step,
    Workshop,
    shared_values,
)
from mission_desk.core.plan import editions
from mission_desk.core.room import people
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.vote import poll_closing, polls
from mission_desk.core.vote.decided_by import terms
from mission_desk.core.vote.first_round import before_talking, words_before
from mission_desk.core.vote.outcome import Outcome, others, outcome
from mission_desk.core.vote.reasons import shuffled
from mission_desk.core.vote.rounds import rounds
from mission_desk.exchange import describe_plan
from mission_desk.exchange.described import (
    Described,
    DescribedBand,
    DescribedBoard,
    DescribedChoice,
    DescribedConcern,
    DescribedDraft,
    DescribedNote,
    DescribedPoll,
    DescribedRegion,
    DescribedSeat,
    DescribedStep,
    DescribedVerdict,
    DescribedWinner,
    SetUp,
)

FORMAT = "mission-desk/1"


def to_json(doc: Document) -> str:
    return json.dumps({"format": FORMAT, **to_builtins(describe(doc))}, ensure_ascii=False, indent=2)


def polls_to_json(doc: Document) -> str:
    """Only the polls, as in `to_json`."""
    described = to_builtins(describe_polls(doc))
    return json.dumps({"format": FORMAT, "polls": described}, ensure_ascii=False, indent=2)


def describe(doc: Document) -> Described:
    steps = agenda.steps(doc)
    return Described(
        workshop=_set_up(doc),
        step=agenda.current_step(doc).key if steps else "",
        seats=tuple(DescribedSeat(seat.number, seat.name, seat.style) for seat in people.seats(doc)),
        steps=_steps(doc, steps),
        boards=tuple(_board(doc, board) for board in boards.boards(doc)),
        drafts=tuple(_draft(doc, draft) for draft in drafts.drafts(doc)),
        polls=describe_polls(doc),
        priorities=describe_plan.described_priorities(doc),
        candidates=describe_plan.described_candidates(doc),
        roles=describe_plan.described_roles(doc),
        kpis=describe_plan.described_kpis(doc),
        guidelines=describe_plan.described_guidelines(doc),
        roadmap_gaps=describe_plan.described_roadmap_gaps(doc),
        verdicts=tuple(
            DescribedVerdict(row.subject, row.promise, row.answer, row.text) for row in editions.verdicts(doc)
        ),
    )


def _set_up(doc: Document) -> SetUp | None:
    row = doc.find(Workshop, 1)
    if row is None:
        return None
    starts = f"{row.starts // 60 % 24:02}:{row.starts % 60:02}"
    return SetUp(**(shared_values(row, SetUp) | {"starts": starts}))


def _steps(doc: Document, steps: list[Step]) -> tuple[DescribedStep, ...]:
    visited = agenda.visited_steps(doc)
    return tuple(
        DescribedStep(
            step.key,
            step.title,
            step.minutes,
            step.page,
            step.board,
            agenda.leads(step),
            step.id in visited,
            step.parts,
        )
        for step in steps
    )


def _board(doc: Document, board: Board) -> DescribedBoard:
    regions = regions_on(doc, board.id)
    names = {cluster.id: cluster.name for cluster in boards.clusters_on(doc, board.id)}
    notes = boards.notes_on(doc, board.id)
    return DescribedBoard(
        board.key,
        board.title,
        board.style,
        tuple(DescribedRegion(region.key, region.title) for region in regions),
        tuple(names.values()),
        tuple(_note(doc, note, names, regions, axes_of(board, regions)) for note in notes),
        board.across,
        board.up,
    )


def _note(
    doc: Document, note: Note, names: dict[int, str], regions: list[Region], axes: Axes | None
) -> DescribedNote:
    cluster, region = names.get(note.cluster or 0, ""), _region_of(note, regions)
    if note.covered:  # it lies face down for everybody
        return DescribedNote("", "", cluster, region, 0, note.x, note.y, (), *_on_axes(axes, note))
    across, up = _on_axes(axes, note)
    own = {"cluster": cluster, "region": region, "across": across, "up": up}
    values = shared_values(note, DescribedNote) | own
    return DescribedNote(**values, concerns=_concerns(concerns.concerns_on(doc, note=note.id)))


def _on_axes(axes: Axes | None, note: Note) -> tuple[int | None, int | None]:
    return (axes.place_across(note), axes.place_up(note)) if axes is not None else (None, None)


def _region_of(note: Note, regions: list[Region]) -> str:
    """The key of the region that the note's middle lies in."""
    x, y = note.x + note.w / 2, note.y + note.h / 2
    return next((each.key for each in regions if Box(each.x, each.y, each.w, each.h).holds(x, y)), "")


def _concerns(rows: list[Concern]) -> tuple[DescribedConcern, ...]:
    return tuple(DescribedConcern(row.text, row.phrase, row.style, row.state, row.answer) for row in rows)


def _draft(doc: Document, draft: Draft) -> DescribedDraft:
    return DescribedDraft(
        drafts.letter(draft),
        draft.name,
        draft.kind,
        draft.audience,
        draft.text,
        bool(draft.chosen),
        tuple(version.text for version in reversed(drafts.versions(doc, draft.id))),
        _concerns(concerns.concerns_on(doc, draft=draft.id)),
        tuple(note.text for note in drafts.sources(doc, draft.id)),
    )


def describe_polls(doc: Document) -> tuple[DescribedPoll, ...]:
    """Newest first."""
    return tuple(_poll(doc, poll) for poll in polls.polls(doc))


def _poll(doc: Document, poll: Poll) -> DescribedPoll:
    poll_outcome = outcome(doc, poll.id) if poll.state == "closed" and polls.has_rule(poll) else None
    choices = polls.choices(doc, poll.id)
    before = before_talking(doc, poll) if poll_outcome else {}
    described = tuple(
        replace(_choice(choice, poll_outcome, n), before=words_before(before, choice))
        for n, choice in enumerate(choices)
    )
    withdrawn = (choice for choice in polls.ballot_choices(doc, poll.id) if choice.withdrawn)
    winner = poll_outcome.winner.choice.name if poll_outcome and poll_outcome.winner else ""
    return DescribedPoll(
        poll.question, poll.rule, poll.dots, bool(poll.secret), poll.state, poll_closing.ballots_in(doc,
        poll), described, winner, bool(poll.several), rounds(doc, poll)[-1].number,
        tuple(choice.text for choice in withdrawn),
        tuple(DescribedWinner(rule, name) for rule, name in others(doc, poll)) if poll_outcome else (),
        poll_outcome.result.steps if poll_outcome and not poll_outcome.veiled else (), poll.decision,
        poll.quorum, poll.seed, terms(poll_outcome) if poll_outcome else (), shuffled(doc, poll),
        bool(poll.quick),
    )  # fmt: skip


def _choice(choice: Choice, poll_outcome: Outcome | None, option: int) -> DescribedChoice:
    """One option of the poll; those without a vote are listed as well."""
    if poll_outcome is None:
        return DescribedChoice(choice.name, choice.text, None, None, choice.kind, None, "", "", ())
    option_outcome = poll_outcome.options[option]
    return DescribedChoice(
        choice.name,
        choice.text,
        option_outcome.dots,
        option_outcome.seats,
        choice.kind,
        option_outcome.place,
        option_outcome.score,
        option_outcome.verdict,
        tuple(DescribedBand(band.words, band.count) for band in option_outcome.bands),
    )
