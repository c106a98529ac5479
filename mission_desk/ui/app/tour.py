"""The tour: the sample in the real windows, a picture of every page and of the stage, every poster as PDF.
The fastest way to see the program, and for a test to know that every page opens."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import desk_position, putting, revealing
from mission_desk.core.whole.sample import build_sample
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import write_poster
from mission_desk.ui.app.app import application
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.posters.selection import Selection, everything, wanted
from mission_desk.ui.stage.stage_window import StageWindow
from mission_desk.ui.welcome.window import WelcomeWindow
from mission_desk.words import set_screen_language, tr

DESK_SIZE, STAGE_SIZE = (1600, 900), (1920, 1080)
SETTLED = 120  # ms for queued layouts and the timers that start them


def tour(out: Path, language: str) -> tuple[Path, ...]:
    """Walk all pages in `language`; the files that were written, in the order of the walk."""
    app = application()
    set_screen_language(language)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KnownError(
            tr("The folder “{name}” cannot be made. Choose another one.", name=str(out))
        ) from None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "northwind.mission"
        build_sample(file, language)
        doc = Document.open(file)
        desk = Desk(doc, theme.LIGHT)
        try:
            return (_welcome(app, out), *_pages(app, desk, out), *write_posters(doc, out))
        finally:
            desk.close()


def _welcome(app: QApplication, out: Path) -> Path:
    window = WelcomeWindow(theme.LIGHT)
    window.resize(*DESK_SIZE)
    window.show()
    picture_path = _picture(app, window, out / "welcome.png")
    window.close()
    return picture_path


def _pages(app: QApplication, desk: Desk, out: Path) -> list[Path]:
    desk.resize(*DESK_SIZE)
    desk.show()
    stage = StageWindow(desk.doc.now)
    stage.resize(*STAGE_SIZE)
    stage.show()
    picture_paths: list[Path] = []
    revealing.reveal_all(desk.doc)
    for page in PAGES:
        names = [board.key for board in boards.boards(desk.doc)] if page == "board" else [""]
        for board in names:
            if board:
                desk_position.show_board(desk.doc, board)
            else:
                desk_position.show_page(desk.doc, page)
            putting.put_desk(desk.doc)
            stage.show_slide(desk.stage_control.current_slide())
            name = f"{page}-{board}" if board else page
            picture_paths.append(_picture(app, desk, out / f"{name}.png"))
            picture_paths.append(_picture(app, stage, out / f"stage-{name}.png"))
    stage.close()
    return picture_paths


def _picture(app: QApplication, window: QWidget, path: Path) -> Path:
    _settle(app, window)
    if not window.grab().save(str(path)):
        raise KnownError(tr("“{name}” cannot be written. Choose another folder.", name=str(path)))
    return path


def _settle(app: QApplication, window: QWidget) -> None:
    """Wait until layouts and timers are done, and until the page has finished what it makes elsewhere."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()
    while isinstance(window, Desk) and not window.pages[desk_position.page(window.doc)].is_drawn():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    app.processEvents()


def write_posters(doc: Document, out: Path) -> list[Path]:
    """Every poster that can be printed on one sheet, and the first of them on several."""
    poster_paths: list[Path] = []
    every = everything(doc, Selection())
    for choice in every:
        path = out / f"poster-{choice.kind}{choice.board and '-'}{choice.board}.pdf"
        write_poster(path, wanted(doc, choice).poster, paper("A1", landscape=choice.kind == "board"))
        poster_paths.append(path)
    tiled = out / f"poster-{every[0].kind}-tiled.pdf"
    write_poster(tiled, wanted(doc, every[0]).poster, paper("A1"), tile=paper("A4"))
    return [*poster_paths, tiled]
