"""What every room is given: the document, who tells of its changes, the commands, the messages, the colours,
the person's preferences, the words that are looked for, those that are not in the file yet, the owner of the
windows."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.ui.commands import Commands
from mission_desk.ui.follower import Follower
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.messages import Messages
from mission_desk.ui.parts.unwritten import Unwritten
from mission_desk.ui.preferences import Preferences
from mission_desk.ui.search import Search
from mission_desk.ui.windows import Windows


class Workplace(Struct, frozen=True):
    doc: Document
    follower: Follower
    commands: Commands
    messages: Messages
    tokens: Tokens
    preferences: Preferences
    search: Search
    windows: Windows
    unwritten: Unwritten
