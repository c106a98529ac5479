"""What run.py can do: set up what is needed, then start, test, check or build."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from set_up import debian, packages, running
from set_up.causes import NO_ROOM, no_room
from set_up.environment import need
from set_up.libraries import missing
from set_up.lock import alone
from set_up.places import ROOT, VENV_PYTHON, WINDOWS, has_screen
from set_up.steps import Steps
from set_up.terminal import SetUpError, say

TOUR_FOLDER = "mission-desk-tour"
EXTRAS = {"test": ("test",), "check": ("test",), "mutate": ("test",), "build": ("test", "build")}


def main(arguments: list[str]) -> int:
    verb = arguments[0] if arguments and arguments[0] in VERBS else "start"
    try:
        with running.stopping():
            set_up(EXTRAS.get(verb, ()), builds=verb == "build")
    except SetUpError as stop:
        say(str(stop))
        return 1
    except OSError as error:
        say(no_room() if NO_ROOM.search(str(error)) else f"The set-up could not go on: {error}.")
        return 1
    return VERBS[verb](arguments[1:]) if verb in VERBS else start(arguments)


def set_up(extras: tuple[str, ...], builds: bool) -> None:
    """Whatever is not there yet; raises SetUpError with the one line that says why it cannot be."""
    libraries = missing(builds)
    debian.refuse_missing(libraries)
    if need(extras) == "nothing" and not libraries:
        return
    with alone() as log:
        steps = Steps(log)
        # Asked again: the start that this one waited for may have done it.
        if libraries := missing(builds):
            debian.install(steps, libraries)
        due = need(extras)
        if due != "nothing":
            packages.install(steps, due, extras)


def start(arguments: list[str]) -> int:
    """The program itself, in the caller's own folder, so that relative file names mean what they say. -P: a
    random.py that lies in that folder is not ours."""
    program = [str(VENV_PYTHON), "-P", "-m", "mission_desk"]
    if arguments:
        return run(program + arguments)
    if has_screen():
        return run([*program, "--sample"])
    say(f"no screen here: taking the tour instead, pictures and posters go to {TOUR_FOLDER}/")
    return run([*program, "tour", "--out", TOUR_FOLDER])


def run_tests(arguments: list[str]) -> int:
    """On all cores, a file of tests on one of them: those of a file share what takes long to make."""
    spread = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder"]
    return run([str(VENV_PYTHON), "-m", "pytest", *spread, *arguments], headless=True, folder=ROOT)


def run_checks(_arguments: list[str]) -> int:
    """All of them, also after one has failed: one run shows everything there is to mend."""
    python = [str(VENV_PYTHON), "-m"]
    checks = {
        "lint": [*python, "ruff", "check", "."],
        "format": [*python, "ruff", "format", "--check", "."],
        "types": [*python, "mypy"],
        "unused code": [*python, "vulture"],
        "architecture": [*python, "pytest", "-q", "tests/architecture"],
    }
    failed = [name for name, command in checks.items() if run(command, headless=True, folder=ROOT) != 0]
    run([*python, "tests.architecture.figures"], folder=ROOT)
    say("failed: " + ", ".join(failed) if failed else ", ".join(checks) + ": all in order")
    return 1 if failed else 0


def run_mutation(arguments: list[str]) -> int:
    """Small faults planted one at a time, and those that no test notices."""
    return run([str(VENV_PYTHON), "-m", "tests.mutation", *arguments], headless=True, folder=ROOT)


def build(arguments: list[str]) -> int:
    """A folder app made by build.spec; a build that cannot open a workshop counts as failed."""
    command = [str(VENV_PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments]
    code = run([*command, "build.spec"], folder=ROOT)
    if code != 0:
        return code
    app = ROOT / "dist" / "MissionDesk" / ("mission-desk.exe" if WINDOWS else "mission-desk")
    say(f"built {app.parent.relative_to(ROOT)}; now it tests itself")
    return run([str(app), "--self-test"], headless=not has_screen())


VERBS: dict[str, Callable[[list[str]], int]] = {
    "test": run_tests,
    "check": run_checks,
    "mutate": run_mutation,
    "build": build,
}


def run(command: list[str], headless: bool = False, folder: Path | None = None) -> int:
    environment = dict(os.environ)
    if headless:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return running.run(command, environment, folder)
