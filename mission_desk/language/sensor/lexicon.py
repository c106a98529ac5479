"""A word list compiled once: from a word to the steps it meets, and a tree of steps to walk along a
sentence; and where an entry matched in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from mission_desk.language.sensor.findings import Kind
from mission_desk.language.sensor.patterns import Gap, Step, sequences, words

REMEMBERED = 50_000  # words: many times more than the notes of a day have
Groups = Mapping[str, tuple[str, ...]]


class Entry(Struct, frozen=True):
    """A row of a list. `pattern` and `besides` (the column `except`) are as written there."""

    id: str
    kind: Kind
    category: str
    weight: int
    pattern: str
    question: str
    tries: tuple[str, ...] = ()
    besides: str = ""


class Node(Struct):
    """A node of the tree: where a step leads, how many words may be passed over, and the entries that end
    here."""

    steps: dict[int, Node] = {}
    gaps: dict[int, Node] = {}
    ends: list[int] = []


class MatchingSteps(dict[str, frozenset[int]]):
    """Spelt word -> the numbers of the steps that it matches, computed when a word is first looked up."""

    def __init__(self, language: str, groups: Groups) -> None:
        self._language, self._groups = language, groups
        self._numbers: dict[Step, int] = {}
        self._steps: dict[str, list[int]] = {}  # item -> numbers
        self._parents: dict[str, list[str]] = {}  # item -> the groups that name it
        # (prefixed, suffixed) -> spelling -> items
        self._items: dict[tuple[bool, bool], dict[str, list[str]]] = {
            (before, after): {} for before in (False, True) for after in (False, True)
        }

    def number(self, step: Step) -> int:
        """The number of a step; a new step gets a new number."""
        if step not in self._numbers:
            self._numbers[step] = len(self._numbers)
            for item in step:
                self._introduce(item)
                self._steps[item].append(self._numbers[step])
        return self._numbers[step]

    def __missing__(self, word: str) -> frozenset[int]:
        if len(self) > REMEMBERED:
            self.clear()
        items = list(self._met(word))
        for item in items:  # the list grows during the loop, because a group may be in other groups
            items += self._parents.get(item, ())
        self[word] = steps = frozenset(number for item in items for number in self._steps[item])
        return steps

    def _introduce(self, item: str) -> None:
        if item in self._steps:
            return
        self._steps[item] = []
        if item.startswith("@"):
            for member in self._groups[item[1:]]:
                self._introduce(member)
                self._parents.setdefault(member, []).append(item)
            return
        for word in words(item, self._language):
            self._items[word.prefixed, word.suffixed].setdefault(word.spelt, []).append(item)

    def _met(self, word: str) -> Iterator[str]:
        exact, before = self._items[False, False], self._items[False, True]
        after, within = self._items[True, False], self._items[True, True]
        yield from exact.get(word, ())
        for cut in range(2, len(word) + 1):
            yield from before.get(word[:cut], ())
            yield from after.get(word[-cut:], ())
        yield from (item for part, items in within.items() if part in word for item in items)


class FirstNodes(dict[str, tuple[Node, ...]]):
    """Spelt word -> the nodes that it leads to from the root; only few words begin a match."""

    def __init__(self, meets: MatchingSteps, root: Node) -> None:
        self._meets, self._root = meets, root

    def __missing__(self, word: str) -> tuple[Node, ...]:
        if len(self) > REMEMBERED:
            self.clear()
        steps = self._root.steps
        self[word] = nodes = tuple(steps[step] for step in self._meets[word] if step in steps)
        return nodes


class Lexicon:
    """The entries and the tree of their patterns. `meets` maps words to the steps of the tree. Each entry
    also has two steps of words near a match, to which `around` maps words: words that show a `plain` sense,
    and words of which one is `needed` (written with + in the list). `talk` is the step of words by which an
    organisation speaks; `begins` says where a word leads from the root."""

    def __init__(self, entries: Iterable[Entry], language: str, groups: Groups) -> None:
        self.entries = tuple(entries)
        self.meets = MatchingSteps(language, groups)
        self.around = MatchingSteps(language, groups)
        self.root = Node()
        self.plain: list[int | None] = []
        self.needed: list[int | None] = []
        for number, entry in enumerate(self.entries):
            for sequence in sequences(entry.pattern):
                self._grow(sequence, number)
            listed = entry.besides.replace(",", " ").split()
            plain = frozenset(each for each in listed if each[0] != "+")
            needed = frozenset(each[1:] for each in listed if each[0] == "+")
            self.plain.append(self.around.number(plain) if plain else None)
            self.needed.append(self.around.number(needed) if needed else None)
        self.talk = self.around.number(frozenset({"@talk"})) if "talk" in groups else None
        self.begins = FirstNodes(self.meets, self.root)

    def _grow(self, sequence: Iterable[Step | Gap], entry: int) -> None:
        node = self.root
        for step in sequence:
            if isinstance(step, Gap):
                node = node.gaps.setdefault(step.words, Node())
            else:
                node = node.steps.setdefault(self.meets.number(step), Node())
        if entry not in node.ends:
            node.ends.append(entry)


class Match(Struct, frozen=True):
    """Entry `number` of a lexicon from word `first` to word `last`; `steps` of these words belong to the
    entry, the others were passed over. `alone` says that words were passed over right after the first one."""

    entry: Entry
    number: int
    first: int
    last: int
    steps: int
    alone: bool

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)
