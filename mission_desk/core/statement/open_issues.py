"""What is still open about a draft before it is chosen: concerns nobody answered, words that say nothing, and
more words than anybody learns by heart."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Concern, Draft
from mission_desk.core.room import scene
from mission_desk.core.statement import concerns
from mission_desk.core.statement.sensing import sensor_room
from mission_desk.language.sensor.sensor import findings
from mission_desk.language.statement.length import LONG_ABOVE, length
from mission_desk.words import tr, trn


class OpenIssues(Struct, frozen=True):
    """`findings` are the words that were found, `words` how many there are where they are too many, else
    0."""

    concerns: tuple[Concern, ...]
    findings: tuple[str, ...]
    words: int

    @property
    def is_settled(self) -> bool:
        return not (self.concerns or self.findings or self.words)


def unsettled(doc: Document, draft: int) -> OpenIssues:
    row = doc.row(Draft, draft)
    still = tuple(each for each in concerns.concerns_on(doc, draft=draft) if each.state == "open")
    in_text = findings(row.text, scene.workshop(doc).language, sensor_room(doc, draft))
    empty = tuple(each.words for each in in_text if each.kind != "quoted")
    measured = length(row.text)
    return OpenIssues(still, empty, measured.words if measured.verdict == "long" else 0)


def sentences(issues: OpenIssues, name: str) -> list[str]:
    """The sentences to show before the group celebrates."""
    lines = []
    if issues.concerns:
        lines.append(
            trn(
                "{n} concern is open on {name}.", "{n} concerns are open on {name}.", len(issues.concerns),
                name=name,
            )
        )  # fmt: skip
    if issues.findings:
        lines.append(
            trn(
                "{n} empty word is left in {name}: {words}.", "{n} empty words are left in {name}: {words}.",
                len(issues.findings), name=name, words=", ".join(issues.findings[:4]),
            )
        )  # fmt: skip
    if issues.words:
        lines.append(
            tr("{n} words is long: over {limit} nobody says it by heart.", n=issues.words, limit=LONG_ABOVE)
        )
    return lines
