"""What goes into every rule: the options, and one ballot a seat."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

Marks = tuple[int | None, ...]
DRAG_HIGH = 10  # of pull and drag: the most that holds one back


class Ballot(Struct, frozen=True):
    """One seat's answer by option index; None where it gave none. `marks` mean what the rule says they mean
    (dots, scores, places, pull); `drag` is given for pull and drag only."""

    marks: Marks
    drag: Marks = ()


class Election(Struct, frozen=True):
    """`options` are the names that the reasoning speaks of. Every ballot has one mark an option."""

    options: tuple[str, ...]
    ballots: tuple[Ballot, ...]

    def marks_of(self, option: int) -> list[int]:
        """What the seats gave this option, without those that gave nothing."""
        return [mark for ballot in self.ballots if (mark := ballot.marks[option]) is not None]

    def drags_of(self, option: int) -> list[int]:
        given = (ballot.drag[option] for ballot in self.ballots if ballot.drag)
        return [drag for drag in given if drag is not None]

    def only(self, options: list[int]) -> Election:
        """The same seats on some of the options, in the order given."""
        return Election(
            tuple(self.options[option] for option in options),
            tuple(
                Ballot(_picked(ballot.marks, options), _picked(ballot.drag, options))
                for ballot in self.ballots
            ),
        )

    def with_marks(self, marks: list[Marks]) -> Election:
        """The same options and seats with other marks, one row a seat, and no drag."""
        ballots = (
            replace(ballot, marks=row, drag=()) for ballot, row in zip(self.ballots, marks, strict=True)
        )
        return Election(self.options, tuple(ballots))


def _picked(marks: Marks, options: list[int]) -> Marks:
    return tuple(marks[option] for option in options) if marks else ()
