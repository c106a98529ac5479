from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from mission_desk.cli import main
from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.file.schema import MIGRATIONS
from mission_desk.core.whole.starting import start_workshop
from mission_desk.paths import methods_dir, resource
from tests.core.vote.voting import free_poll, marks, vote

ROOT = Path(__file__).parents[2]


def run(*arguments: object, **environment: str) -> Result:
    """In English, whatever the language of whoever runs the tests."""
    names = {"LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""} | environment
    return CliRunner().invoke(
        main, [str(argument) for argument in arguments], env=names, prog_name="mission-desk"
    )


def refused(result: Result, words: str) -> None:
    """One clear line on stderr, nothing on stdout, exit code 1."""
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.mission"
    assert run("sample", path).exit_code == 0
    return path


COMMANDS = ("new", "sample", "print", "show", "check", "tour", "copy", "tally", "sense")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: mission-desk {command} " in result.output


def test_help_names_every_command() -> None:
    output = run("--help").output
    assert [command for command in COMMANDS if f"\n  {command} " not in output] == []
    assert "..." not in output.split("Commands:")[1]


def test_version() -> None:
    assert run("--version").output.startswith("Mission Desk, version ")


def test_a_mistyped_command_opens_no_window() -> None:
    result = run("prnt")
    assert result.exit_code == 2
    assert "No such command 'prnt'" in result.stderr


def test_a_new_workshop_gets_the_ending_that_was_left_out(tmp_path: Path) -> None:
    assert run("new", tmp_path / "day").exit_code == 0
    assert (tmp_path / "day.mission").is_file()


def test_new_makes_a_workshop_in_its_language(tmp_path: Path) -> None:
    path = tmp_path / "day.mission"
    result = run("new", path, "--method", "half-a-day", "--lang", "de")
    assert (result.exit_code, result.output) == (0, "“day.mission” is made.\n")
    shown = json.loads(run("show", path, "--json").stdout)
    assert shown["workshop"]["method"] == "half-a-day"
    assert shown["workshop"]["language"] == "de"
    refused(run("new", path), "already a file")
    text = resource("methods", "half-a-day.toml").read_text("utf-8").replace("half-a-day", "harbour", 1)
    methods_dir().mkdir(parents=True)
    (methods_dir() / "harbour.toml").write_text(text, "utf-8")
    assert run("new", tmp_path / "own.mission", "--method", "harbour").exit_code == 0
    refused(run("new", tmp_path / "other.mission", "--method", "nine-days"), "find-our-mission")
    refused(run("new", tmp_path / "nowhere" / "day.mission"), "does not exist")


def test_messages_speak_the_language_asked_for(tmp_path: Path) -> None:
    gone = tmp_path / "weg.mission"
    refused(run("--lang", "de", "show", gone), "In diesem Ordner gibt es keine Datei „weg.mission“")
    refused(run("show", gone, LC_ALL="de_AT.UTF-8"), "In diesem Ordner")
    refused(run("show", gone, LC_ALL="fr_FR.UTF-8"), "There is no file")


def test_show_tells_programs_all_that_is_in_it(sample_file: Path) -> None:
    shown = json.loads(run("show", sample_file, "--json").stdout_bytes)
    assert shown["format"] == "mission-desk/1"
    assert shown["step"] == "celebrate"
    assert sum(len(board["notes"]) for board in shown["boards"]) == 124
    assert [draft["letter"] for draft in shown["drafts"]] == ["A", "B", "C", "D"]


def test_show_tells_people_in_lines(sample_file: Path) -> None:
    output = run("show", sample_file).output
    assert output.startswith("Northwind Support — Find our mission\n")
    assert "Our mission: We are the calm voice" in output
    assert "*A · Pull 4.42 · drag 2.5 · Loved." in output


def test_show_tells_of_the_polls_alone(sample_file: Path) -> None:
    output = run("show", sample_file, "--polls").output
    assert output.startswith("Which statement do we put on the wall? · closed · Pull and drag · 12 ballots\n")
    assert "Bold but split: 7 love it" in output
    assert "Who would win under…" in output
    printed = json.loads(run("show", sample_file, "--polls", "--json").output)
    assert [each["letter"] for each in printed["polls"][0]["choices"]] == ["A", "B", "C"]
    assert set(printed) == {"format", "polls"}


def test_show_forgets_few_secret_ballots_of_an_earlier_release(tmp_path: Path) -> None:
    """It kept their marks in the closed file; what is told is their order, and the marks are gone."""
    path = tmp_path / "day.mission"
    doc = start_workshop(path, method("half-a-day"), "en")
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(1, 5, 2)])
    with doc.action("poll.close") as write:
        write.update(Poll, poll, state="closed")
        write.run("INSERT INTO counted VALUES (?)", poll)
    doc.close()
    assert b"[1, 5, 2]" in path.read_bytes()
    assert "B · Place 1" in run("show", path, "--polls").output
    assert b"[1, 5, 2]" not in path.read_bytes()


def test_check_says_whole_or_what_is_wrong(sample_file: Path, tmp_path: Path) -> None:
    result = run("check", sample_file)
    assert result.exit_code == 0
    assert f"is whole: version {len(MIGRATIONS)}" in result.output
    printed = json.loads(run("check", sample_file, "--json").stdout)
    assert (printed["sound"], printed["problems"], printed["clean_copy"]) == (True, [], False)

    broken = tmp_path / "broken.mission"
    content = sample_file.read_bytes()
    broken.write_bytes(
        content.replace(b'"name":"Calm voice"', b'"name":"Calm choice"'[: len(b'"name":"Calm voice"')])
    )
    result = run("check", broken)
    assert result.exit_code == 1
    assert "history was damaged" in result.stdout
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["sound"] is False

    letter = tmp_path / "letter.txt"
    letter.write_text("hello")
    refused(run("check", letter), "not a Mission Desk workshop")
    refused(run("check", letter, "--json"), "not a Mission Desk workshop")


def test_a_file_in_use_is_refused(sample_file: Path) -> None:
    doc = Document.open(sample_file)
    for command in (["show"], ["check"], ["print", "-o", "x.pdf"]):
        refused(run(*command, sample_file), "already open")
    doc.close()


def test_copy_and_clean_copy(sample_file: Path, tmp_path: Path) -> None:
    for name, options in (("copy.mission", ()), ("clean.mission", ("--clean",))):
        assert run("copy", sample_file, tmp_path / name, *options).exit_code == 0
        printed = json.loads(run("check", tmp_path / name, "--json").stdout)
        assert (printed["sound"], printed["clean_copy"]) == (True, bool(options))
    refused(run("copy", sample_file, tmp_path / "copy.mission"), "already a file")
    refused(run("copy", sample_file, tmp_path / "nowhere" / "copy.mission"), "cannot be written")


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_print_a_statement(sample_file: Path, tmp_path: Path) -> None:
    result = run("print", sample_file, "--paper", "A3", "-o", tmp_path / "wall.pdf")
    assert (result.exit_code, result.output) == (0, "“wall.pdf” is printed: 1 sheet.\n")
    assert "calm voice" in words_of(tmp_path / "wall.pdf")
    assert "23\u00a0November\u00a02026".replace("\u00a0", " ") in words_of(tmp_path / "wall.pdf").replace(
        "\u00a0", " "
    )


def test_print_over_sheets(sample_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "tiles.pdf"
    result = run("print", sample_file, "--paper", "A2", "--tile", "A4", "--overlap", "0.4in", "-o", out)
    assert result.exit_code == 0
    sheets = int(result.output.split("printed: ")[1].split()[0])
    assert len(pypdfium2.PdfDocument(out)) == sheets + 1  # the map


def test_print_a_board_and_the_result(sample_file: Path, tmp_path: Path) -> None:
    board, result = tmp_path / "board.pdf", tmp_path / "result.pdf"
    done = run("print", sample_file, "--poster", "board", "--board", "think-big", "--landscape", "-o", board)
    assert done.exit_code == 0
    assert "No one waits alone" in words_of(board)
    assert run("print", sample_file, "--poster", "result", "--paper", "Letter", "-o", result).exit_code == 0
    assert "Which statement do we put on the wall?" in words_of(result)


@pytest.mark.parametrize("length", ["ten", "10 km", "-1mm", "mm", ""])
def test_a_length_that_is_none_is_wrong_usage(sample_file: Path, length: str) -> None:
    result = run("print", sample_file, "--overlap", length, "-o", "x.pdf")
    assert result.exit_code == 2
    assert "is no length" in result.stderr


def test_print_says_what_it_needs(sample_file: Path, tmp_path: Path) -> None:
    assert run("print", sample_file).exit_code == 2
    missing = run("print", sample_file, "--poster", "board", "-o", "x.pdf")
    assert missing.exit_code == 2
    assert "--board customers" in missing.stderr
    out = tmp_path / "x.pdf"
    refused(run("print", sample_file, "--poster", "board", "--board", "wall", "-o", out), "no board “wall”")
    refused(run("print", sample_file, "--paper", "B9", "-o", out), "B9")
    assert run("new", tmp_path / "empty.mission").exit_code == 0
    refused(run("print", tmp_path / "empty.mission", "-o", out), "no statement to print yet")
    refused(run("print", tmp_path / "empty.mission", "--poster", "result", "-o", out), "no closed poll")
    assert not out.exists()


def program(*arguments: object, folder: Path) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"LC_ALL": "C", "PYTHONPATH": str(ROOT), "MISSION_DESK_HOME": str(folder)}
    command = [sys.executable, "-m", "mission_desk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)


def test_the_program_as_a_program(tmp_path: Path) -> None:
    done = program("--lang", "de", "sample", "tag.mission", "--lang", "de", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = program("show", "tag.mission", "--json", folder=tmp_path)
    assert "Läden, die ihre Gründer überdauern." in json.loads(shown.stdout)["workshop"]["mission"]
    gone = program("show", "gone.mission", folder=tmp_path)
    assert (gone.returncode, gone.stdout) == (1, b"")
    assert gone.stderr.count(b"\n") == 1


def modules_after(*arguments: str) -> set[str]:
    """What a fresh process has imported when the command has ended."""
    run = f"mission_desk.cli.main({list(arguments)!r})"
    look = f"import sys, mission_desk.cli\ntry: {run}\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.split())


def test_help_waits_for_no_window_and_no_pdf() -> None:
    """Qt alone takes longer than all the rest."""
    assert not modules_after("--help") & {"PySide6", "reportlab", "sqlite_utils"}


def test_a_window_waits_for_no_other_command() -> None:
    """Each of these took longer than the page that was opened."""
    others = {f"mission_desk.cli.{name}" for name in ("sense", "tally", "telling", "making", "printing")}
    assert not modules_after("open", "--help") & others
