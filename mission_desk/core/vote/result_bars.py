"""How the room divides over one option, from resistance to love: what the bars of a result show."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll, Seat
from mission_desk.core.vote import ballots, polls
from mission_desk.core.vote.ballot_scales import Scale, scales
from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.settings import Settings
from mission_desk.tally.star import TOP
from mission_desk.words import tr

MOST_KEYS = 11  # of a legend; of more numbers only the first and the last are named
SMALLEST_GROUP = 3  # of one thinking style; a smaller one would give a seat away


def bands(
    poll: Poll, election: Election, option: int, limits: Settings, language: str | None = None
) -> tuple[Band, ...]:
    """From resistance to love; those without ballots too, so that the bars of all options speak alike."""
    if polls.asks_drag(poll):
        return _pulled(election.ballots, option, limits, language)
    scale = scales(poll, len(election.options), language)[0]
    marks = [ballot.marks[option] for ballot in election.ballots]
    by_mark = [Band(scale.word(value), marks.count(value), scale.tone(value)) for value in scale.values]
    by_mark.sort(key=lambda band: band.tone or 0.0)
    return (*by_mark, Band(tr("no answer", language), marks.count(None), None))


def legend(poll: Poll, options: int, language: str | None = None) -> tuple[Key, ...]:
    """What the colours of the bars mean, from resistance to love, and no answer after them."""
    missing = Key(tr("no answer", language), None)
    if polls.asks_drag(poll):
        return (*(Key(words, float(n)) for n, words in enumerate(_stances(language))), missing)
    scale = scales(poll, options, language)[0]
    values = scale.values if len(scale.values) <= MOST_KEYS else (scale.values[0], scale.values[-1])
    keys = sorted((_key(scale, value) for value in values), key=lambda key: key.tone or 0.0)
    return (*keys, missing)


def _key(scale: Scale, value: int) -> Key:
    """The ends of a scale of numbers say what they mean."""
    ends = {} if scale.words else {scale.values[0]: scale.low, scale.values[-1]: scale.high}
    words = f"{scale.word(value)} {ends[value]}" if value in ends else scale.word(value)
    return Key(words, scale.tone(value))


def _stances(language: str | None) -> tuple[str, ...]:
    return (
        tr("block", language), tr("reservations", language), tr("can live", language),
        tr("support", language), tr("love it", language),
    )  # fmt: skip


def _pulled(
    ballots_given: tuple[Ballot, ...], option: int, limits: Settings, language: str | None
) -> tuple[Band, ...]:
    stances = [_stance(ballot, option, limits) for ballot in ballots_given]
    words = _stances(language)
    missing = Band(tr("no answer", language), stances.count(None), None)
    return (*(Band(words[n], stances.count(n), float(n)) for n in range(5)), missing)


def _stance(ballot: Ballot, option: int, limits: Settings) -> int | None:
    """Drag counts before pull: who cannot live with an option is no supporter of it, however proud."""
    pull, drag = ballot.marks[option], ballot.drag[option] if ballot.drag else None
    if pull is None or drag is None:
        return None
    if drag >= limits.hard_drag:
        return 0
    if drag > limits.gate_drag:
        return 1
    return 4 if pull == TOP else 3 if pull >= TOP - 2 else 2


class StyleBands(Struct, frozen=True):
    style: ThinkingStyle
    seats: int
    options: tuple[tuple[Band, ...], ...]


def by_style(doc: Document, poll: Poll) -> tuple[StyleBands, ...]:
    """The same bars for each thinking style; nothing where a style has so few ballots that a bar would give
    a seat away (or the one left over would), and nothing for secret polls, which keep no seats."""
    if poll.secret or poll.state == "open":
        return ()
    styles = {seat.id: seat.style for seat in doc.rows(Seat)}
    groups: dict[ThinkingStyle | None, list[Ballot]] = {}
    for seat, ballot in ballots.seat_ballots(doc, poll):
        groups.setdefault(styles.get(seat), []).append(ballot)
    if len(groups) < 2 or any(len(group) < SMALLEST_GROUP for group in groups.values()):
        return ()
    places = polls.ballot_choices(doc, poll.id)
    still_open = [n for n, choice in enumerate(places) if not choice.withdrawn]
    limits, names = polls.thresholds(poll), tuple(choice.name for choice in places)
    style_bands = []
    for style in (each for each in THINKING_STYLES if each in groups):
        election = Election(names, tuple(groups[style])).only(still_open)
        rows = tuple(bands(poll, election, n, limits) for n in range(len(still_open)))
        style_bands.append(StyleBands(style, len(groups[style]), rows))
    return tuple(style_bands)
