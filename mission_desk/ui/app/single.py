"""One window a file: the window that has a workshop open listens under a name made from its path, so that a
second start can ask it to come to the front instead of opening the file twice."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500  # ms until somebody must have come to the door
THOUGHT = 2_000  # ms until they must have answered: a window may be busy for a moment
HERE = b"here\n"


def door_of(path: Path) -> str:
    """The name that the window with this file listens under."""
    digest = hashlib.sha256(f"{getpass.getuser()}|{path.resolve()}".encode()).hexdigest()[:24]
    return f"mission-desk-{digest}"


def call_to_front(path: Path) -> bool:
    """Ask the window that has this file open to come to the front; False where nobody answers. That somebody
    could be reached is no answer: the system takes calls for a program that is ending."""
    socket = QLocalSocket()
    socket.connectToServer(door_of(path))
    return socket.waitForConnected(WAIT) and socket.waitForReadyRead(THOUGHT)


class Doorbell(QObject):
    """Rings when a second start asks for this file, until it is taken down."""

    rung = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(door_of(path)):
            QLocalServer.removeServer(
                door_of(path)
            )  # left by a killed program: the file's lock says that nobody has it
            self._server.listen(door_of(path))

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(HERE)
            socket.disconnectFromServer()
            self.rung.emit()

    def take_down(self) -> None:
        """The file is let go of in a moment; who asks from now on may have it."""
        self._server.close()
