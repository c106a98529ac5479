"""A day with a projector, told to a real desk and a real stage on two screens; run as a program of its own,
because the screens are there before the first window. Says what it has seen, one word a line.

`python tests/ui/backstage/two_screens.py FOLDER [hotplug command …]`: with a command, the second monitor is
taken away and put back by it (`off`, `on` is its last argument)."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position, stage_state
from mission_desk.core.vote import poll_opening, poll_options, polls
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.app.app import application
from mission_desk.ui.backstage.question import ScreenNumber, ScreenQuestion
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from tests.core.stage import on_stage

PATIENCE = 60.0  # seconds; reached only where a test fails
HAND = 5  # ms between two keys: those of one moment are a key that is held


def until(true: Callable[[], object]) -> None:
    """Waits for it, and fails where it does not come."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "did not come"
        QApplication.processEvents()
        QTest.qWait(10)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class Day:
    def __init__(self, folder: Path) -> None:
        self.complaints: list[str] = []
        qInstallMessageHandler(lambda _kind, _context, words: self.complaints.append(words))
        self.laptop, self.beamer = self.screens()
        self.doc: Document = start_workshop(folder / "day.mission", method("find-our-mission"), "en")
        on_stage.show_board(self.doc, "think-big")
        self.desk = Desk(self.doc, theme.LIGHT)
        self.desk.setGeometry(self.laptop.geometry().adjusted(40, 40, -200, -100))
        self.desk.show()
        self.desk.activateWindow()
        until(self.desk.isActiveWindow)

    @staticmethod
    def screens() -> list[QScreen]:
        return sorted(QGuiApplication.screens(), key=lambda each: each.geometry().x())

    @property
    def stage(self):
        return self.desk.stage_control.window

    def press(self, key: Qt.Key) -> None:
        """Where a clicker's keys arrive: at the desk's window. On a bare X server nobody hands the keys on
        when a window goes, so it asks for them."""
        until(lambda: self.desk.isActiveWindow() or self.desk.activateWindow())
        QTest.qWait(HAND)
        QTest.keyClick(self.desk.windowHandle(), key)
        QApplication.processEvents()

    def picture(self):
        QApplication.processEvents()
        return self.stage.grab().toImage()

    def choose(self) -> None:
        self.press(Qt.Key.Key_F5)
        question = self.desk.findChild(ScreenQuestion)
        numbers = self.numbers()
        assert question is not None
        assert {self.where(each) for each in numbers} == {self.laptop.name(), self.beamer.name()}
        assert self.stage is None, "no screen is touched before one was named"
        assert QApplication.activeModalWidget() is None
        QTest.keyClick(question, Qt.Key.Key_2)
        until(lambda: self.covers(self.beamer))
        assert self.desk.isVisible()
        assert self.where(self.desk) == self.laptop.name()
        say("chosen")

    def ask_twice(self) -> None:
        """The key that asked takes the question back, and no number is left on a screen; a desk that grows
        is covered whole."""
        field = self.desk.pages["board"].bar.field
        field.setFocus()
        self.press(Qt.Key.Key_F5)
        question = self.desk.findChild(ScreenQuestion)
        size = self.desk.size()
        self.desk.resize(size.width() - 80, size.height() - 40)
        until(lambda: question.size() == self.desk.size())
        self.desk.resize(size)
        self.press(Qt.Key.Key_F5)
        until(lambda: not self.numbers() and not self.desk.findChildren(ScreenQuestion))
        assert self.stage is None
        assert field.hasFocus()

    def numbers(self) -> list[ScreenNumber]:
        return [each for each in self.desk.windows.open if isinstance(each, ScreenNumber)]

    def remember(self) -> None:
        self.press(Qt.Key.Key_F5)
        until(lambda: self.stage is None)
        self.press(Qt.Key.Key_F5)
        assert (
            self.desk.findChild(ScreenQuestion) is None or not self.desk.findChild(ScreenQuestion).isVisible()
        )
        until(lambda: self.covers(self.beamer))
        say("remembered")

    def swap(self) -> None:
        self.press(Qt.Key.Key_F10)
        until(lambda: self.covers(self.laptop) and self.where(self.desk) == self.beamer.name())
        self.press(Qt.Key.Key_F10)
        until(lambda: self.covers(self.beamer) and self.where(self.desk) == self.laptop.name())
        say("swapped")

    def freeze(self) -> None:
        on_stage.show_board(self.doc, "think-big")
        board = boards.board_by_key(self.doc, "think-big").id
        boards.add_notes(self.doc, board, ["The room sees this"], "ideator")
        last = self.picture()
        self.press(Qt.Key.Key_F6)
        boards.add_notes(self.doc, board, ["and not this yet"], "heart")
        desk_position.show_page(self.doc, "scene")
        assert self.picture() == last
        assert "Frozen" in self.desk.stage_control.on.frame.words
        assert self.desk.stage_control.on.frame.isVisible()
        self.press(Qt.Key.Key_F6)
        assert self.picture() != last
        assert not self.desk.stage_control.on.frame.isVisible()
        on_stage.show_board(self.doc, "think-big")
        say("frozen")

    def blank(self) -> None:
        for key, ground in ((Qt.Key.Key_F7, theme.STAGE.paper), (Qt.Key.Key_Period, theme.BLACK)):
            self.press(key)
            image = self.picture()
            spots = [(x, y) for x in range(5, image.width(), 97) for y in range(5, image.height(), 83)]
            assert {image.pixelColor(*spot).name() for spot in spots} == {ground}
            self.press(key)
            assert self.picture() != image
        say("blanked")

    def ballot(self, screen: QScreen) -> None:
        """The booth fills the screen of the desk, which is this one, and no other."""
        people.set_style_counts(self.doc, {"ideator": 3})
        if polls.newest(self.doc) is None:
            options = poll_options.free_options("tea\ncoffee")
            poll_opening.open_poll(self.doc, "Which?", options, rule="score", secret=True)
        on_stage.show_page(self.doc, "vote")
        self.desk.commands.run("poll.booth")
        booth = self.desk.pages["vote"].booth
        assert booth is not None
        until(lambda: booth.isFullScreen() and booth.geometry() == screen.geometry())
        assert self.where(self.desk) == screen.name()
        others = [each for each in self.screens() if each.name() != screen.name()]
        assert not any(booth.geometry().intersects(each.geometry()) for each in others)
        booth.close()
        until(lambda: self.desk.pages["vote"].booth is None)
        QTest.qWait(10 * HAND)  # the window that closes takes the keys along
        self.desk.activateWindow()
        until(lambda: QGuiApplication.focusWindow() is self.desk.windowHandle())
        on_stage.show_board(self.doc, "think-big")

    def ballots(self) -> None:
        """Without a stage, with one on the projector, with desk and stage swapped."""
        self.ballot(self.laptop)
        self.choose()
        self.ballot(self.laptop)
        assert self.covers(self.beamer)
        self.press(Qt.Key.Key_F10)
        until(lambda: self.covers(self.laptop) and self.where(self.desk) == self.beamer.name())
        self.ballot(self.beamer)
        assert self.covers(self.laptop)
        say("voted")

    def unplug(self, plug: Callable[[str], object]) -> None:
        name = self.beamer.name()
        self.desk.commands.run("stage.screen")
        assert self.numbers()
        plug("off")
        until(lambda: len(QGuiApplication.screens()) == 1)
        until(lambda: not self.numbers())
        until(lambda: not self.stage.isFullScreen())
        until(lambda: self.laptop.geometry().contains(self.stage.geometry()))
        until(lambda: self.stage.geometry().bottom() < self.laptop.geometry().bottom() - 2 * theme.TOP_HEIGHT)
        assert QApplication.activeModalWidget() is None
        self.ballot(self.screens()[0])
        say("unplugged")
        plug("on")
        until(lambda: len(QGuiApplication.screens()) == 2)
        until(lambda: self.covers(next(each for each in self.screens() if each.name() == name)))
        self.ballot(next(each for each in self.screens() if each.name() != name))
        assert self.covers(next(each for each in self.screens() if each.name() == name))
        say("plugged in")

    def type(self) -> None:
        """Keys as a person's come: from the X server to whichever window it gives them."""
        self.desk.commands.run("stage.show")
        QTest.keyClick(self.desk.findChild(ScreenQuestion), Qt.Key.Key_2)
        until(lambda: self.covers(self.beamer))
        bar = self.desk.pages["board"].bar
        bar.field.setFocus()
        for _ in range(20):  # a window manager takes its time
            QTest.qWait(25)
        assert QGuiApplication.focusWindow() is self.desk.windowHandle()
        before = stage_state.read_state(self.doc)
        subprocess.run(["xdotool", "type", "baby blue"], check=True)
        until(lambda: bar.field.toPlainText() == "baby blue")
        assert stage_state.read_state(self.doc) == before
        assert not self.complaints, self.complaints
        self.press(Qt.Key.Key_F5)
        until(lambda: self.stage is None)
        subprocess.run(["xdotool", "type", " again"], check=True)
        until(lambda: bar.field.toPlainText() == "baby blue again")
        say("typed")

    def covers(self, screen: QScreen) -> bool:
        return (
            self.stage is not None
            and self.stage.isFullScreen()
            and self.stage.geometry() == screen.geometry()
        )

    @staticmethod
    def where(window) -> str:
        """The screen that its middle is on."""
        middle = window.geometry().center()
        return next(
            (each.name() for each in QGuiApplication.screens() if each.geometry().contains(middle)), ""
        )


def main(folder: str, *command: str) -> None:
    application()
    day = Day(Path(folder))
    if command == ("--typing",):
        day.type()
        day.desk.close()
        say("closed")
        return
    if command == ("--ballots",):
        day.ballots()
        day.desk.close()
        say("closed")
        return
    day.ask_twice()
    day.choose()
    day.remember()
    day.swap()
    day.freeze()
    day.blank()
    if command:
        day.unplug(lambda what: subprocess.run([*command, what], check=True))
    day.desk.commands.run("stage.screen")
    day.desk.close()
    assert not day.numbers(), "numbers on the screens of a desk that is closed"
    say("closed")


if __name__ == "__main__":
    main(*sys.argv[1:])
