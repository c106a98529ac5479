"""Before the first window: what of the person's own files cannot be used is set aside, and said once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from mission_desk.core.room.personal_words import set_aside_lists
from mission_desk.own_files import SetAside, language_sentences, read_own_text, set_aside, set_aside_unusable
from mission_desk.paths import data_dir, logs_dir, made, methods_dir, settings_dir
from mission_desk.ui.app.program_log import set_aside_log
from mission_desk.ui.settings import settings_file
from mission_desk.ui.welcome.recent import recent_file
from mission_desk.words import tr


def sentences_of_own_files() -> list[str]:
    """A sentence for each that was set aside, for each folder that cannot be written, and for each file of a
    language that cannot be tried."""
    folders = [sentence for folder in (settings_dir, data_dir, logs_dir) for sentence in _folder(folder())]
    asides = [
        *settings_file().set_aside_unusable(), *recent_file().set_aside_unusable(),
        *_methods(), *set_aside_lists(), *set_aside_log(),
    ]  # fmt: skip
    return [*language_sentences(), *dict.fromkeys(folders), *(aside.sentence() for aside in asides)]


def _folder(folder: Path) -> list[str]:
    """A file, a FIFO or a link to nowhere in the folder's place makes room for it."""
    aside = [] if folder.is_dir() or not os.path.lexists(folder) else [set_aside(folder)]
    made(folder)
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return [each.sentence() for each in aside]
    return [tr("“{folder}” cannot be written: the program keeps no settings there.", folder=str(folder))]


def _methods() -> list[SetAside]:
    """What cannot be read at all. A text that is no method stays where it is: somebody may be writing it, and
    the welcome page tells what is wrong in it."""
    folder = methods_dir()
    if not folder.is_dir():
        return [set_aside(folder)] if os.path.lexists(folder) else []
    with suppress(OSError):
        files = sorted(folder.glob("*.toml"))
        return [aside for file in files for aside in set_aside_unusable(file, read_own_text)]
    return []
