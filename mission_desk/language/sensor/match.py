"""Where an entry of a list was met in a sentence."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.language.sensor.lexicon import Entry


class Met(Struct, frozen=True):
    """Entry `number` of a lexicon from word `first` to word `last`; `steps` of them are its own, the others
    were passed over. `alone` where words were passed over right after the first one."""

    entry: Entry
    number: int
    first: int
    last: int
    steps: int
    alone: bool

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)
