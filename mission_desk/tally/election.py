"""What every rule counts: the options, and one ballot for each seat."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

Marks = tuple[int | None, ...]
DRAG_HIGH = 10  # of pull and drag: the most that holds one back


class Ballot(Struct, frozen=True):
    """The answers of one seat, one for each option in the order of the options; None where the seat gave
    none. What a mark means (dots, a score, a place, pull) depends on the rule; `drag` is given for pull and
    drag only."""

    marks: Marks
    drag: Marks = ()


class Election(Struct, frozen=True):
    """`options` are the names that the steps of the reasoning use. Every ballot has one mark for each
    option."""

    options: tuple[str, ...]
    ballots: tuple[Ballot, ...]

    def marks_of(self, option: int) -> list[int]:
        """The marks that the seats gave this option, without the seats that gave none."""
        return [mark for ballot in self.ballots if (mark := ballot.marks[option]) is not None]

    def drags_of(self, option: int) -> list[int]:
        """The drag that the seats gave this option, without the seats that gave none."""
        given = (ballot.drag[option] for ballot in self.ballots if ballot.drag)
        return [drag for drag in given if drag is not None]

    def only(self, options: list[int]) -> Election:
        """The election of the same seats with some of the options, in the order given."""
        return Election(
            tuple(self.options[option] for option in options),
            tuple(
                Ballot(_picked(ballot.marks, options), _picked(ballot.drag, options))
                for ballot in self.ballots
            ),
        )

    def with_marks(self, marks: list[Marks]) -> Election:
        """The election of the same options and seats with other marks, one row for each seat, and without
        drag."""
        ballots = (
            replace(ballot, marks=row, drag=()) for ballot, row in zip(self.ballots, marks, strict=True)
        )
        return Election(self.options, tuple(ballots))


def _picked(marks: Marks, options: list[int]) -> Marks:
    return tuple(marks[option] for option in options) if marks else ()
