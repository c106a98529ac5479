"""When, where and in which language: dates and times are understood as people write them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from mission_desk.core.agenda import agenda, room_language
from mission_desk.core.room import scene
from mission_desk.grammar import language_names
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.days.day_field import DayField
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labelled import labelled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.scene.texts import SceneCard
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import time_of_day


class WhenCard(SceneCard):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place, tr("When and where"))
        self.day = DayField(self._today, tr("e.g. 23.11.2026"))
        self.starts = ParsedField(dates.read_time, dates.show_time, dates.move_time, tr("e.g. 9:30"))
        self.where = LineField(tr("e.g. Harbour House, second floor"))
        self.language = Choice(tuple(language_names().items()), tr("Language of the workshop"))
        self._says = label("", "tiny", wrap=True)
        fields = row(labelled(tr("Day"), self.day), labelled(tr("Begins at"), self.starts), spacing=3 * UNIT)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        self.column.addLayout(fields)
        self.column.addWidget(self._says)
        self.column.addWidget(labelled(tr("Place"), self.where))
        self.column.addWidget(labelled(tr("Language of the workshop"), self._language_line()))
        unwritten = place.unwritten
        self.day.value_to(unwritten, "workshop.day", lambda day: self._write(day=day))
        self.day.refused.connect(lambda _text: self._refuse(tr("Not a day yet. Try 23.11.2026 or 23 Nov.")))
        self.starts.value_to(unwritten, "workshop.starts", lambda minutes: self._write(starts=int(minutes)))
        self.starts.refused.connect(lambda _text: self._refuse(tr("Not a time yet. Try 9 or 9:30.")))
        self.where.write_to(unwritten, "workshop.place", lambda text: self._write(place=text))
        self.language.chosen.connect(self._speak)

    def _language_line(self) -> QWidget:
        language_line = QWidget()
        words = label(tr("Stage, agenda and posters speak it; the desk stays as it is."), "tiny", wrap=True)
        line = row(self.language, words, spacing=3 * UNIT)
        line.setStretch(1, 1)
        language_line.setLayout(line)
        return language_line

    def show_rows(self) -> None:
        now = scene.workshop(self.doc)
        self.day.show_value(now.day)
        self.starts.show_value(str(now.starts))
        self.where.show_text(now.place)
        self.language.show_choice(now.language)
        end = time_of_day(agenda.planned_end(self.doc))
        words = tr("The agenda ends at {time}.", time=end)
        set_look(self._says, "tiny")
        self._says.setText(f"{dates.show_weekday(now.day)} · {words}" if now.day else words)

    def _today(self) -> date:
        return date.fromtimestamp(self.doc.now())

    def _refuse(self, sentence: str) -> None:
        set_look(self._says, "warn-tiny")
        self._says.setText(sentence)

    def _write(self, **values: str | int) -> None:
        scene.edit_workshop(self.doc, source=self, **values)

    def _speak(self, language: str) -> None:
        self.place.unwritten.settle()  # what is half typed is of the language before
        room_language.change_language(self.doc, language, source=self)
        name = language_names()[language]
        self.place.messages.say(tr("Stage, agenda and posters speak {language} now.", language=name))
