"""The tags of the board in sight, counted again only after a change that has to do with one."""

from __future__ import annotations

from mission_desk.core.board.covering import read_text
from mission_desk.core.file.document import Change, Changes
from mission_desk.language.tags import count_tags
from mission_desk.ui.board.filter.tag_list import Tagged
from mission_desk.ui.board.model import BoardModel

TELLING = {"text", "covered", "board"}  # columns of a note


class BoardTags:
    """`tags` are key, word and number of notes of each, the most used first."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self.tags: tuple[Tagged, ...] = ()

    def count(self) -> None:
        texts = [read_text(note) for note in self._model.notes.values() if "#" in note.text]
        self.tags = tuple((tag.key, tag.word, count) for tag, count in count_tags(texts))

    def follow(self, changes: Changes) -> None:
        if any(change.table == "note" and self._tells(change) for change in changes.rows):
            self.count()

    def _tells(self, change: Change) -> bool:
        """Ten thousand notes are not read again for a dot."""
        images = [image for image in (change.before, change.after) if image is not None]
        if not any(TELLING & image.keys() for image in images):
            return False
        return any("#" in str(image.get("text", "#")) for image in images)
