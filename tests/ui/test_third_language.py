"""A language is a folder: a third one speaks on desk, stage, paper and the command line, and writes numbers
and days its own way, with no line of code changed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.room import scene
from mission_desk.core.stage import breaks, desk_position, stage, stage_state
from mission_desk.core.stage.slides import BreakBody
from mission_desk.core.statement import drafts
from mission_desk.core.whole.starting import start_workshop
from mission_desk.grammar import language_names, language_problems
from mission_desk.language.sensor.sensor import findings, signs
from mission_desk.posters.from_rows import statement_poster
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import poster_bytes
from mission_desk.ui import settings
from mission_desk.ui.app.first_look import sentences_of_own_files
from mission_desk.ui.look import theme
from mission_desk.ui.parts import dates
from mission_desk.ui.welcome.window import WelcomeWindow
from mission_desk.words import catalog, set_screen_language, tr, trn
from mission_desk.written import grouped, listed, number, quoted, sort_key
from tests.posters.reading import words
from tests.ui.conftest import shown

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = """
name = "Nederlands"
quotes = ["‘", "’"]
hyphens = "nl_NL"
small_words = "de het een en of van"
after_z = "å"
[[plural]]
exactly = [1]
[numbers]
decimal = ","
group = "."
[days]
full = "{day} {month} {year}"
short = "{day} {month} {year}"
near = "{day} {month}"
order = "dmy"
months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december"]
months_short = ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."]
weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
[times]
shown = "{hour}.{minute:02}"
hours = ["uur", "u"]
[lists]
between = ", "
last = " en "
"""
WORDS = """
"Start the day" = "Begin de dag"
"Recent" = "Onlangs"
"Break" = "Pauze"
"Back at {time}" = "Terug om {time}"
"Our mission" = "Onze missie"
"Our team — {method}" = "Ons team — {method}"
"{n} note" = "{n} briefje"
"{n} notes" = "{n} briefjes"
"“{name}” is made." = "‘{name}’ is gemaakt."
"no word list for this language" = "geen woordenlijst voor deze taal"
"There is no word list for this language." = "Voor deze taal is er geen woordenlijst."
"""
METHOD = """
"Half a day" = "Een halve dag"
"Our customers" = "Onze klanten"
"Customers" = "Klanten"
"""
STATEMENT = "Wij geven winkels hun dag terug, want niemand wacht graag."


@pytest.fixture(autouse=True)
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "languages" / "nl"
    (folder / "methods").mkdir(parents=True)
    (folder / "grammar.toml").write_text(GRAMMAR, "utf-8")
    (folder / "words.toml").write_text(WORDS, "utf-8")
    (folder / "methods" / "half-a-day.toml").write_text(METHOD, "utf-8")
    monkeypatch.setenv("MISSION_DESK_LANGUAGES", str(folder.parent))
    return folder.parent


@pytest.fixture
def doc(tmp_path: Path) -> Document:
    return start_workshop(tmp_path / "dag.mission", method("half-a-day"), "nl")


def texts(widget: WelcomeWindow) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_it_is_offered_and_remembered(qtbot: QtBot) -> None:
    window = WelcomeWindow(theme.LIGHT)
    qtbot.addWidget(window)
    window.show()
    assert window.screen_choice.option("nl").text() == "Nederlands"
    assert list(language_names().items()) == [("en", "English"), ("de", "Deutsch"), ("nl", "Nederlands")]
    qtbot.mouseClick(window.screen_choice.option("nl"), Qt.MouseButton.LeftButton)
    assert settings.screen_language() == "nl"
    assert "Onlangs" in texts(window)
    assert "Een halve dag" in texts(window)


def test_desk_and_stage_speak_it(qtbot: QtBot, doc: Document) -> None:
    set_screen_language("nl_BE.UTF-8")
    desk = shown(qtbot, doc)
    assert desk.commands.action("day.start").text() == "Begin de dag"
    assert scene.workshop(doc).title == "Ons team — Een halve dag"
    breaks.take_break(doc)
    until = datetime.fromtimestamp(stage_state.read_state(doc).until)
    shown_slide = stage.Stage(doc).slide()
    assert shown_slide.body == BreakBody("Pauze", f"Terug om {until.hour}.{until.minute:02}")


def test_a_poster_has_its_words_and_its_months(doc: Document) -> None:
    draft = drafts.add_draft(doc, text=STATEMENT)
    drafts.choose(doc, draft)
    scene.edit_workshop(doc, place="Utrecht", day="2027-03-02")
    page = words(poster_bytes(statement_poster(doc), paper("A3")))
    assert "Onze missie" in page.replace("ONZE MISSIE", "Onze missie")
    assert "Utrecht, 2 maart 2027" in page


def test_numbers_days_lists_and_names_follow_its_rules() -> None:
    set_screen_language("nl")
    assert (number(2.5), grouped(10_000), quoted("ja")) == ("2,5", "10.000", "‘ja’")
    assert listed(["a", "b", "c"]) == "a, b en c"
    assert [trn("{n} note", "{n} notes", n) for n in (0, 1, 2)] == ["0 briefjes", "1 briefje", "2 briefjes"]
    assert sorted(["åb", "zoo", "éen"], key=sort_key) == ["éen", "zoo", "åb"]
    near = date(2026, 11, 23)
    assert dates.day_readings("2 mrt 2027", near) == dates.day_readings("2 maart", near) == ("2027-03-02",)
    assert dates.show_day("2027-03-02") == "2 mrt. 2027"
    assert (dates.show_weekday("2027-03-02"), dates.show_time("570")) == ("dinsdag", "9.30")
    assert dates.read_time("9 uur") == "540"


@pytest.mark.parametrize(
    ("n", "phrase"),
    [
        (1, "1 kartka"),
        (2, "2 kartki"),
        (4, "4 kartki"),
        (5, "5 kartek"),
        (12, "12 kartek"),
        (22, "22 kartki"),
    ],
)
def test_a_language_may_have_three_forms_of_a_noun(dutch: Path, n: int, phrase: str) -> None:
    folder = dutch / "pl"
    folder.mkdir()
    rules = "[[plural]]\nexactly = [1]\n[[plural]]\nends_in = [2, 3, 4]\nbut_not = [12, 13, 14]\n"
    grammar = GRAMMAR.replace("[[plural]]\nexactly = [1]\n", rules)
    (folder / "grammar.toml").write_text(grammar, "utf-8")
    words = '"{n} note" = "{n} kartka"\n"{n} notes" = ["{n} kartki", "{n} kartek"]\n'
    (folder / "words.toml").write_text(words, "utf-8")
    assert trn("{n} note", "{n} notes", n, "pl") == phrase


def test_the_sensor_says_that_it_has_no_word_list() -> None:
    set_screen_language("nl")
    assert findings("Wij leveren innovatieve oplossingen.", "nl") == ()
    reasons = {sign.key: sign.reason for sign in signs("Wij leveren innovatieve oplossingen.", "nl")}
    silent = {key for key, reason in reasons.items() if reason == "geen woordenlijst voor deze taal"}
    assert silent == {"abstract", "ands", "doer", "about", "small", "courage"}


def test_the_page_of_the_statement_says_so_too(qtbot: QtBot, doc: Document) -> None:
    set_screen_language("nl")
    drafts.write_draft(doc, drafts.add_draft(doc), text=STATEMENT)
    desk = shown(qtbot, doc)
    desk_position.show_page(doc, "statement")
    desk.commands.run("bench.tests")
    page = desk.pages["statement"]
    qtbot.waitUntil(lambda: "geen woordenlijst" in page.signs.empty.text())
    assert page.work.trials.swap.trade.isHidden()


def test_the_command_line_speaks_it(tmp_path: Path, dutch: Path) -> None:
    text = tmp_path / "zin.txt"
    text.write_text(STATEMENT, "utf-8")
    made = program(tmp_path, "--lang", "nl", "new", "nieuw.mission", "--lang", "nl")
    assert made.stdout.strip() == "‘nieuw.mission’ is gemaakt."
    sensed = program(tmp_path, "--lang", "nl", "sense", "--lang", "nl", str(text))
    assert (sensed.returncode, sensed.stdout) == (0, "")
    assert sensed.stderr.strip() == "Voor deze taal is er geen woordenlijst."


def program(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mission_desk", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, cwd=folder, env=environment, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("file", "before", "after", "line", "reason"),
    [
        ("grammar.toml", 'quotes = ["‘", "’"]', 'quotes ["‘", "’"]', 3, "Expected '='"),
        ("grammar.toml", 'group = "."', "group = 7", 11, "Expected `str`"),
        ("grammar.toml", 'group = "."', 'groop = "."', 11, "unknown field `groop`"),
        ("grammar.toml", 'last = " en "', "", 24, "missing required field `last`"),
        ("grammar.toml", '"zaterdag", "zondag"', '"zaterdag"', 20, "6 names, not 7"),
        ("words.toml", '"Recent" =', '"Recent', 3, ""),
        ("methods/half-a-day.toml", '"Een halve dag"', "7", 0, "Expected `str | array`"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line_and_the_rest_goes_on(
    dutch: Path, file: str, before: str, after: str, line: int, reason: str
) -> None:
    path = dutch / "nl" / file
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), "utf-8")
    catalog.cache_clear()
    (problem,) = language_problems()
    assert (problem.file, problem.line) == (path, line)
    assert reason in problem.reason
    (sentence,) = sentences_of_own_files()
    assert str(path) in sentence
    assert (f"line {line}" in sentence) == (line > 0)
    assert ("nl" in language_names()) == (file != "grammar.toml")
    assert tr("Back at {time}", "nl", time="14.30") == (
        "Terug om 14.30" if file.startswith("methods") else "Back at 14.30"
    )
    assert tr("Break", "de") == "Pause"
