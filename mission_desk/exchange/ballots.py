"""Ballots as JSON or CSV from other programs: text in, an Election out, or one sentence that says which
ballot cannot be read and why. It never guesses, and leaves nothing out without a word."""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from mission_desk.core.file.errors import KnownError
from mission_desk.exchange.ballot_order import MarksAre, ReadBallots, ranked
from mission_desk.exchange.ballot_table import table
from mission_desk.tally.election import DRAG_HIGH, Ballot, Election, Marks
from mission_desk.tally.pull_and_drag import RULE as PULL_AND_DRAG
from mission_desk.tally.rules import RULES, Rule, allowed_by, reading
from mission_desk.words import tr

MOST_GRADES = 10
MOST = 1_000_000  # a mark or a place beyond it is a slip


def read_ballots(content: bytes, rule: str, marks: MarksAre | None = None) -> ReadBallots:
    """`content` is JSON ({"options": […], "ballots": [{option: mark}, …]}; a ballot of pull and drag is
    {"pull": {…}, "drag": {…}}, a ranking may also be a list, best first, with lists of equals in it) or CSV
    (a column an option, a row a ballot; "A pull" and "A drag" for pull and drag). `marks` says for a ranking
    what its numbers are. KnownError where it is neither, or can be read in more ways than one."""
    if marks and RULES[rule].mark != "place":
        raise KnownError(
            tr("Only a rule that ranks asks whether marks are places or scores. Nothing was counted.")
        )
    options, ballots = _parsed(content, two_sided=rule == PULL_AND_DRAG)
    if len(set(options)) < len(options):
        raise KnownError(tr("Two options have the same name. Nothing was counted."))
    if not options:
        raise KnownError(tr("There are no options in these ballots. Nothing was counted."))
    written = PULL_AND_DRAG if any(_is_two_sided(ballot) for ballot in ballots) else rule
    read = tuple(_Reader(RULES[written], options, n).ballot(each) for n, each in enumerate(ballots, 1))
    election = Election(tuple(options), read)
    if written != rule:
        return ReadBallots(_read_again(election, rule), False)
    if RULES[rule].mark != "place":
        return ReadBallots(election, False)
    return ranked(election, ballots, marks)


def _is_two_sided(ballot: Any) -> bool:
    return isinstance(ballot, dict) and all(isinstance(ballot.get(side), dict) for side in ("pull", "drag"))


def _read_again(election: Election, rule: str) -> Election:
    """Ballots of pull and drag under another rule."""
    if rule not in allowed_by(PULL_AND_DRAG):
        raise KnownError(tr("Ballots of pull and drag cannot be counted by this rule. Nothing was counted."))
    return reading(election, PULL_AND_DRAG, rule)


def _parsed(content: bytes, *, two_sided: bool) -> tuple[list[str], list[Any]]:
    text = _decoded(content)
    parsed = _json(text)
    if parsed is None:
        return table(text, two_sided=two_sided)
    ballots = parsed.get("ballots") if isinstance(parsed, dict) else parsed
    if not isinstance(ballots, list):
        raise KnownError(tr("There is no list “ballots” in this file. Nothing was counted."))
    named = parsed.get("options") if isinstance(parsed, dict) else None
    if named is not None and not (isinstance(named, list) and all(isinstance(each, str) for each in named)):
        raise KnownError(tr("“options” must be a list of names. Nothing was counted."))
    return named if named is not None else _named_by(ballots), ballots


def _json(text: str) -> Any:
    """The value of the JSON; None where the text is not meant as JSON. A lone null, number or string is no
    table either."""
    meant = text.lstrip().startswith(("{", "["))
    try:
        parsed = json.loads(text, object_pairs_hook=_named_once)
    except (ValueError, RecursionError) as error:
        if meant:
            raise KnownError(tr("This is not JSON as ballots are written. Nothing was counted.")) from error
        return None
    return parsed if meant else {}


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that comes twice: JSON allows it, and Python would keep the last and lose a mark."""
    names = [name for name, _ in pairs]
    twice = [name for n, name in enumerate(names) if name in names[:n]]
    if twice:
        raise KnownError(tr("“{name}” stands twice in one ballot. Nothing was counted.", name=twice[0]))
    return dict(pairs)


def _decoded(content: bytes) -> str:
    """The text of the bytes. Spreadsheets write UTF-16 or Windows-1252 where they do not write UTF-8."""
    if content.startswith(b"PK\x03\x04"):
        raise KnownError(
            tr("This is a zip file, as spreadsheets are: save the table as CSV first. Nothing was counted.")
        )
    code = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for each in (code, "cp1252"):
        try:
            text = content.decode(each)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise KnownError(tr("This is no text. Nothing was counted."))


def _named_by(ballots: list[Any]) -> list[str]:
    """The options that the ballots name, in the order in which they come, for a file that lists none."""
    return list(dict.fromkeys(name for ballot in ballots for name in _names_in(ballot)))


def _names_in(ballot: Any) -> list[str]:
    if isinstance(ballot, dict) and isinstance(ballot.get("pull"), dict):
        return [*ballot["pull"]]
    if isinstance(ballot, list):
        return [name for each in ballot for name in (each if isinstance(each, list) else [each])]
    return [*ballot] if isinstance(ballot, dict) else []


class _Reader(Struct, frozen=True):
    """Reads one ballot; it knows the number of the ballot for its sentences."""

    rule: Rule
    options: list[str]
    number: int

    def ballot(self, given: Any) -> Ballot:
        if self.rule.mark == "pull":
            return self._pull_and_drag(given)
        if isinstance(given, list) and self.rule.mark == "place":
            given = self._placed(given)
        return Ballot(self._marks(given, self._low(), self._high()))

    def _low(self) -> int:
        """The least mark. Numbers for a ranking may be scores, which begin at 0."""
        return 0 if self.rule.mark == "place" else self.rule.low

    def _high(self) -> int | None:
        """The greatest mark. Of grades only the order counts, and others use more steps than we do."""
        return MOST_GRADES if self.rule.mark == "grade" else self.rule.high

    def _pull_and_drag(self, given: Any) -> Ballot:
        if not isinstance(given, dict) or set(given) != {"pull", "drag"}:
            raise self._refused(tr("it needs “pull” and “drag”, each with its numbers"))
        pull = self._marks(given["pull"], 0, self.rule.high)
        return Ballot(pull, self._marks(given["drag"], 0, DRAG_HIGH))

    def _placed(self, given: list[Any]) -> dict[str, int]:
        groups = [each if isinstance(each, list) else [each] for each in given]
        named = [name for group in groups for name in group]
        if not all(isinstance(name, str) for name in named) or len(set(named)) < len(named):
            raise self._refused(tr("it must name every option at most once"))
        return {name: place for place, group in enumerate(groups, 1) for name in group}

    def _marks(self, given: Any, low: int, high: int | None) -> Marks:
        if not isinstance(given, dict):
            raise self._refused(tr("it is no list of options with numbers"))
        strangers = [name for name in given if name not in self.options]
        if strangers:
            raise self._refused(tr("there is no option “{name}”", name=strangers[0]))
        return tuple(self._mark(option, given.get(option), low, high) for option in self.options)

    def _mark(self, option: str, mark: Any, low: int, high: int | None) -> int | None:
        if mark is None:
            return None
        if not _is_whole(mark):
            raise self._refused(tr("“{name}” needs a whole number", name=option))
        if mark < low or (high is not None and mark > high):
            raise self._refused(_bounds(option, low, high))
        return int(mark)

    def _refused(self, why: str) -> KnownError:
        return KnownError(tr("Ballot {n}: {why}. Nothing was counted.", n=self.number, why=why))


def _bounds(option: str, low: int, high: int | None) -> str:
    if high is None:
        return tr("“{name}” needs {low} or more", name=option, low=low)
    return tr("“{name}” takes {low} to {high}", name=option, low=low, high=high)


def _is_whole(mark: Any) -> bool:
    """Whether the mark is a number a ballot may hold. Other programs also write true, NaN and -Infinity."""
    if isinstance(mark, bool) or not isinstance(mark, int | float):
        return False
    return -MOST <= mark <= MOST and mark == int(mark)
