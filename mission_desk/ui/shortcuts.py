"""Which keys do which command: those of the table, until this person chose others. They belong to the person,
not to a workshop, and hold at once in every window that asks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from mission_desk.ui import settings
from mission_desk.ui.command_table.row import Command

PORTABLE = QKeySequence.SequenceFormat.PortableText
NATIVE = QKeySequence.SequenceFormat.NativeText
# What other programs and keyboards have taught people, beside the keys of the table.
ALSO = {"edit.redo": "Ctrl+Y", "board.closer": "Ctrl+="}


class Shortcuts:
    """Keys are text in Qt's portable words, empty for none."""

    def __init__(self, rows: Iterable[Command]) -> None:
        self._rows = {row.key: row for row in rows}
        stored = {key: settings.text(_setting(key)) for key in self._rows}
        self._chosen = {key: keys for key, keys in stored.items() if keys is not None}

    def keys(self, key: str) -> str:
        """What does this command now."""
        return self._chosen.get(key, self._rows[key].shortcut)

    def sequences(self, key: str) -> list[QKeySequence]:
        """The keys of the command, and the second ones while nobody chose others or took them."""
        also = ALSO.get(key, "")
        wanted = [self.keys(key)]
        if also and not self.is_changed(key) and self.taken_by(key, also) is None:
            wanted.append(also)
        return [QKeySequence(each, PORTABLE) for each in wanted if each]

    def is_changed(self, key: str) -> bool:
        return key in self._chosen

    def taken_by(self, key: str, keys: str) -> Command | None:
        """Another command that these keys do where this one can be done too."""
        row, wanted = self._rows[key], QKeySequence(keys, PORTABLE)
        others = (other for other in self._rows.values() if other.key != key and _meet(row, other))
        same = (other for other in others if QKeySequence(self.keys(other.key), PORTABLE) == wanted)
        return next(same, None) if keys else None

    def choose(self, key: str, keys: str) -> None:
        """From now on these keys do it; the keys of the table are no choice."""
        if keys == self._rows[key].shortcut:
            self.reset(key)
            return
        self._chosen[key] = keys
        settings.keep_text(_setting(key), keys)

    def reset(self, key: str) -> None:
        """Back to the keys of the table."""
        if self._chosen.pop(key, None) is not None:
            settings.forget(_setting(key))

    def reset_all(self) -> list[str]:
        """Back to the table; the commands whose keys were others."""
        changed = list(self._chosen)
        for key in changed:
            self.reset(key)
        return changed


def _meet(one: Command, other: Command) -> bool:
    """Whether there is a page on which both can be done."""
    return not one.pages or not other.pages or bool(set(one.pages) & set(other.pages))


def _setting(key: str) -> str:
    return f"keys.{key}"
