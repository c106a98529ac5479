"""Where the desk stands (page, step, clocks), as far as it is not in the file: in a workshop that can only be
read, and on a full disk, where one must still be able to turn pages and steps. It is written with the next
value that can be."""

from __future__ import annotations

import json

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.writer import Writer
from mission_desk.words import tr

_KEEP = "INSERT INTO session VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"


class WaitingSession:
    """Values as JSON by their key; `refusal` is the sentence that says why they wait, empty where none was
    refused."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.refusal = ""

    def put(self, values: dict[str, object]) -> None:
        self.values |= {key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}

    def write(self, write: Writer) -> None:
        """Inside an action; they wait until it is committed."""
        for key, text in self.values.items():
            write.run(_KEEP, key, text)

    def written(self, values: dict[str, str]) -> None:
        """These are in the file; what was set since they were written still waits."""
        self.values = {key: text for key, text in self.values.items() if values.get(key) != text}
        self.refusal = ""

    def refuse(self, error: KnownError) -> None:
        self.refusal = tr(
            "{why} You can go on; the open page, the open step and the clocks are saved as soon as possible.",
            why=error.cause,
        )
