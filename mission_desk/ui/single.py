"""One window a file: the window that has a workshop open listens under a name made from its path, so that a
second start can ask it to come to the front instead of opening the file twice."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500  # ms; a window that does not answer by then is not there


def _name(path: Path) -> str:
    digest = hashlib.sha256(f"{getpass.getuser()}|{path.resolve()}".encode()).hexdigest()[:24]
    return f"mission-desk-{digest}"


def call_to_front(path: Path) -> bool:
    """Ask the window that has this file open to come to the front; False where nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(b"front\n")
    socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Rings when a second start asks for this file."""

    rung = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(_name(path)):
            QLocalServer.removeServer(
                _name(path)
            )  # left by a killed program: the file's lock says that nobody has it
            self._server.listen(_name(path))

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.rung.emit()
