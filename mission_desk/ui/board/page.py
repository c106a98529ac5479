"""The board page: canvas, tabs, tools, capture bar and inspector together, following the board in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from mission_desk.core.board.places import reading_order
from mission_desk.core.file.document import Changes
from mission_desk.core.room.style_words import style_names
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.alike.similar import SimilarNotes
from mission_desk.ui.board.board_setup import BoardSetup
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.minimap import Minimap
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.canvas.stored_views import StoredViews
from mission_desk.ui.board.canvas.underline_findings import FindingUnderlines
from mission_desk.ui.board.canvas_or_list import KEPT, CanvasOrList
from mission_desk.ui.board.commands.align_commands import AlignCommands
from mission_desk.ui.board.commands.board_menu import BoardMenu
from mission_desk.ui.board.commands.clipboard_commands import ClipboardCommands
from mission_desk.ui.board.commands.cluster_commands import ClusterCommands
from mission_desk.ui.board.commands.colour_commands import ColourCommands
from mission_desk.ui.board.commands.field_commands import FieldCommands
from mission_desk.ui.board.commands.lock_and_size_commands import LockAndSizeCommands
from mission_desk.ui.board.commands.note_commands import NoteCommands
from mission_desk.ui.board.commands.send_commands import SendCommands
from mission_desk.ui.board.commands.uncover_commands import UncoverCommands
from mission_desk.ui.board.corner import BoardCorner
from mission_desk.ui.board.filter.board_tags import BoardTags
from mission_desk.ui.board.filter.filter_chips import FilterChips
from mission_desk.ui.board.filter.filter_controller import FilterController
from mission_desk.ui.board.list.list_view import BoardList
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.board.side.inspector import Inspector
from mission_desk.ui.board.tabs import BoardTabs
from mission_desk.ui.board.tools import BoardTools
from mission_desk.ui.board.writing.capture import CaptureBar
from mission_desk.ui.board.writing.editor import PlaceEditor
from mission_desk.ui.board.writing.picture_notes import PictureNotes
from mission_desk.ui.board.writing.writing import Writing
from mission_desk.ui.look import theme
from mission_desk.ui.page import Page, UnderMouse
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class BoardPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.model = BoardModel(self.doc)
        painter = BoardPainter(place.tokens, style_names())
        self.canvas = BoardCanvas(self.model, painter)
        self.chips = FilterChips(place.tokens, place.commands.action("filter.clear"))
        whole = column(self, spacing=0)
        self.canvas_or_list = CanvasOrList(place, self.canvas)
        whole.addWidget(self.canvas_or_list, 1)
        whole.addWidget(self.chips)
        self.tabs = BoardTabs(self.doc, place.tokens, place.commands)
        self.tabs.setParent(self)
        self.corner = BoardCorner(place.commands, place.tokens, self)
        self.tools = BoardTools(place.commands, self.canvas)
        self.map = Minimap(self.canvas, place.tokens)
        self._empty = self._made_empty()
        self.bar = CaptureBar(place.tokens)
        self.editor = PlaceEditor(self.canvas, place.tokens)
        self.writing = Writing(place, self.canvas, self.bar, self.editor)
        self.pictures = PictureNotes(place, self.canvas, self.writing)
        painter.pictures = self.pictures.copies
        self.inspector = Inspector(place)
        self.inspector.left.connect(self._turn_to_notes)  # a proxy would lead Tab back here for ever
        self.inspector.lost.connect(self.canvas.setFocus)
        self.note_commands = NoteCommands(place, self.canvas, self.writing, self.inspector)
        self.colour_commands = ColourCommands(place, self.canvas)
        self.align_commands = AlignCommands(place, self.canvas)
        self.cluster_commands = ClusterCommands(place, self.canvas, self.writing)
        self.field_commands = FieldCommands(place, self.canvas, self.bar)
        self.clipboard_commands = ClipboardCommands(place, self.canvas, self.writing)
        self.menu = BoardMenu(place, self.canvas)
        self.canvas_or_list.made.connect(self._watch_list)
        self.finding_underlines = FindingUnderlines(place, self.canvas, painter)
        self.lock_and_size_commands = LockAndSizeCommands(place, self.canvas)
        self.send_commands = SendCommands(place, self.canvas)
        self.uncover_commands = UncoverCommands(place, self.canvas, painter)
        self.similar = SimilarNotes(place, self.canvas, self.inspector)
        self.setup = BoardSetup(place, self.canvas, self.similar.side)
        self.tags = BoardTags(self.model)
        self.filter_controller = FilterController(place, self.canvas, self.chips, self.corner)
        self.side, self.foot = self.similar.side, self.bar
        self.views = StoredViews(self.doc, self.canvas)
        self._size = self.size()  # when everything was fitted into it last
        self._connect()

    def _made_empty(self) -> QLabel:
        hint = label("", "lead", wrap=True)
        hint.setParent(self.canvas)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return hint

    def _watch_list(self, board_list: BoardList) -> None:
        for part in (board_list, board_list.viewport()):
            self.menu.watch(part)

    def _connect(self) -> None:
        canvas, commands = self.canvas, self.place.commands
        canvas.selection_changed.connect(self._show_selection)
        canvas.selection_changed.connect(lambda: commands.refresh())  # the desk does it after every change
        canvas.resized.connect(self._resized)
        self.inspector.tagged.connect(self.filter_controller.toggle_tag)
        self.filter_controller.changed.connect(self.canvas_or_list.show_background)
        self.filter_controller.changed.connect(self.map.update)
        canvas.sight.changed.connect(lambda: self.tools.show_scale(canvas.sight.camera.scale))
        commands.on("board.fit", canvas.sight.fit)
        commands.on("board.full", lambda: canvas.sight.zoom(1 / canvas.sight.camera.scale))
        commands.on("board.closer", partial(canvas.sight.zoom, 1.25))
        commands.on("board.wider", partial(canvas.sight.zoom, 0.8))

    def _turn_to_notes(self) -> None:
        self.canvas.setFocus()
        self.canvas.turn_to_notes()

    # following

    def enter(self) -> None:
        self._turn_board()

    def take_letters(self, text: str) -> None:
        self.writing.type_on(text)

    def is_drawn(self) -> bool:
        return self.canvas.is_drawn()

    def leave(self) -> None:
        self.editor.put_away()
        self.similar.stop()
        self.setup.stop()
        self.views.store()

    def selected_row(self) -> int | None:
        return next(iter(self.canvas.selection)) if len(self.canvas.selection) == 1 else None

    def row_under(self, at: QPoint) -> UnderMouse | None:
        view = self.canvas.front
        surface = view.surface()
        inside = QPointF(surface.mapFromGlobal(at))
        seen = surface.isVisible() and surface.rect().contains(inside.toPoint())
        note = view.note_under(inside) if seen else None
        if note is None:
            return None
        box = view.note_view_box(note)
        x, y = (inside.x() - box.x()) / max(1, box.width()), (inside.y() - box.y()) / max(1, box.height())
        return UnderMouse(note.id, min(1, max(0, x)), min(1, max(0, y)))

    def show_row(self, row: int) -> None:
        self.canvas.select({row})
        note = self.model.notes.get(row)
        if note is not None:
            self.canvas.sight.reveal(note)
            self.canvas.setFocus()

    def follow(self, changes: Changes) -> None:
        self.finding_underlines.follow(changes)
        if self._is_elsewhere():
            self.editor.put_away()  # this writes: the change is followed first, and turns the board
        if self._is_elsewhere():
            self._turn_board()
        elif boxes := self.model.follow(changes):
            self.canvas.show_changes(boxes)
            self.tags.follow(changes)
            self.filter_controller.follow(changes)
            self.canvas_or_list.follow(changes)
            self._show_rows()
            self.similar.follow()
            self.setup.follow()
            if self.canvas.sight.shows_nothing():
                self.canvas.open()  # else an undone paste leaves one looking at bare paper
        elif changes.touches("seat"):
            self.canvas_or_list.follow(changes)
            self._show_selection()
        if changes.name == f"session.{KEPT}":
            self._show_face()
        if changes.name.startswith("session.step") or changes.touches("step"):
            self.writing.show_capture()

    def _is_elsewhere(self) -> bool:
        """Another board is meant to be in sight than the one that is."""
        board = desk_position.board(self.doc)
        return board is not None and (self.model.board is None or board.id != self.model.board.id)

    def _turn_board(self) -> None:
        self._show_board()
        self.bar.field.setFocus()
        QTimer.singleShot(0, self, self._resume)  # the canvas has its size by then

    def _resume(self) -> None:
        if self.doc.is_open and self.isVisible():
            self.writing.resume()

    def _show_board(self) -> None:
        """Another board than before, or the first."""
        board = desk_position.board(self.doc)
        if board is None:
            return
        self.editor.put_away()
        self.similar.stop()
        self.model.show(board)
        self.setup.follow()
        self.canvas.forget()
        self.canvas.select_region(next(iter(self.model.regions), None))
        self.writing.begin(board)
        self.tags.count()
        self.filter_controller.show_all()
        self.views.restore()
        self._show_face()
        self.canvas_or_list.show_board()
        self._show_rows()

    def _show_face(self) -> None:
        """Canvas or list; tabs and corner stay over either."""
        self.canvas_or_list.show_kept()
        for over in (self.tabs, self.corner):
            over.raise_()
        self.corner.show_face(is_list=self.canvas_or_list.shows_list())

    def _show_rows(self) -> None:
        self.canvas.refresh()
        self.map.update()
        self._show_selection()
        self.writing.show_capture()
        self.tools.show_covered(len(self.uncover_commands.notes()))
        self._empty.setVisible(not self.model.notes and not self.model.regions)
        self._place_overlays()

    def _show_selection(self) -> None:
        if self.model.board is not None:
            chosen = [note for note in self.model.notes.values() if note.id in self.canvas.selection]
            self.inspector.tags = self.tags.tags
            self.inspector.show_selection(self.model.board, reading_order(chosen))
            self.similar.look_around()

    # the view

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlays()  # the canvas behind its list is told of its size when it is seen again

    def _resized(self) -> None:
        """The canvas has another size. Where only the strip of filters came, nothing may move."""
        if self._size != self.size():
            self.views.open_again()
        self._size = self.size()
        self._place_overlays()

    def _place_overlays(self) -> None:
        """Tabs above, map and tools below, the question of an empty board in the middle."""
        width, height = self.canvas.width(), self.canvas.height()
        board = self.model.board
        if board is not None:
            room = self.width() - 40 - self.corner.sizeHint().width()
            self.tabs.show_boards(board.id, room)
            self._empty.setText(tr("{prompt}\nType the first answer and press Enter.", prompt=board.prompt))
        self.tabs.move(16, 14)
        self.corner.adjustSize()
        self.corner.move(
            self.width() - self.corner.width() - 16, 14 + (self.tabs.height() - self.corner.height()) // 2
        )
        self.tools.adjustSize()
        self.tools.move(width - self.tools.width() - 16, height - self.tools.height() - 14)
        self.map.move(16, height - self.map.height() - 14)
        beside = self.map.geometry().right() + theme.UNIT < self.tools.x()  # "Uncover" must not lie under it
        self.map.setVisible(beside and width > theme.NARROW // 2)
        wide = min(560, width - 48)
        self._empty.setGeometry((width - wide) // 2, height // 3, wide, 160)
