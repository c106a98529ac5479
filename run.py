#!/usr/bin/env python3
"""Sets Mission Desk up and starts it. Standard library only, so that a bare Python 3.11 is enough.

python3 run.py                the program with the sample workshop; with no screen, the tour instead
python3 run.py ARGUMENTS      mission-desk ARGUMENTS (a workshop file, or a command such as `print --help`)
python3 run.py test [...]     all tests, headless; further arguments go to pytest
python3 run.py check          lint, format, types and the architecture tests
python3 run.py build          the folder app in dist/MissionDesk, which then tests itself
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
VENV_PYTHON = VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)
TOUR_FOLDER = "mission-desk-tour"
EXTRAS = {"test": "[test]", "check": "[test]", "build": "[test,build]"}

# What Qt opens at run time and its wheel does not carry: library -> Debian package.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# The same for a window on X; a build needs them too, or the app it makes opens no window elsewhere.
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        say(f"this is Python {this_version()}; Mission Desk needs {version_text(OLDEST_PYTHON)} or newer")
        return 1
    verb = arguments[0] if arguments and arguments[0] in VERBS else "start"
    if not (install_system(missing(verb)) and install_packages(EXTRAS.get(verb, ""))):
        return 1
    if verb == "start":
        return start(arguments)
    return VERBS[verb](arguments[1:])


def start(arguments: list[str]) -> int:
    """The program itself, in the caller's own folder, so that relative file names mean what they say."""
    program = [str(VENV_PYTHON), "-m", "mission_desk"]
    if arguments:
        return run(program + arguments)
    if has_screen():
        return run([*program, "--sample"])
    say(f"no screen here: taking the tour instead, pictures and posters go to {TOUR_FOLDER}/")
    return run([*program, "tour", "--out", TOUR_FOLDER])


def run_tests(arguments: list[str]) -> int:
    return run([str(VENV_PYTHON), "-m", "pytest", *arguments], headless=True, folder=ROOT)


def run_checks(_arguments: list[str]) -> int:
    """All of them, also after one has failed: one run shows everything there is to mend."""
    python = [str(VENV_PYTHON), "-m"]
    checks = {
        "lint": [*python, "ruff", "check", "."],
        "format": [*python, "ruff", "format", "--check", "."],
        "types": [*python, "mypy"],
        "architecture": [*python, "pytest", "-q", "tests/architecture"],
    }
    failed = [name for name, command in checks.items() if run(command, headless=True, folder=ROOT) != 0]
    say("failed: " + ", ".join(failed) if failed else "lint, format, types and architecture are in order")
    return 1 if failed else 0


def build(arguments: list[str]) -> int:
    """A folder app made by build.spec; a build that cannot open a workshop counts as failed."""
    command = [str(VENV_PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments]
    code = run([*command, "build.spec"], folder=ROOT)
    if code != 0:
        return code
    app = ROOT / "dist" / "MissionDesk" / ("mission-desk.exe" if WINDOWS else "mission-desk")
    say(f"built {app.parent.relative_to(ROOT)}; now it tests itself")
    return run([str(app), "--self-test"], headless=not has_screen())


VERBS = {"test": run_tests, "check": run_checks, "build": build}


def missing(verb: str) -> list[str]:
    """The Debian packages that are not there, all at once. Windows and macOS bring theirs along."""
    if not LINUX:
        return []
    headless = verb in ("test", "check") or not has_screen()
    wanted = QT_LIBRARIES if headless and verb != "build" else {**QT_LIBRARIES, **X_LIBRARIES}
    found = [package for library, package in wanted.items() if not is_there(library)]
    # Debian's python3 comes without ensurepip: `-m venv` would leave half an environment behind.
    if not (VENV / "set-up").exists() and not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        found.append(f"python{version_text(sys.version_info[:2])}-venv")
    return found


def install_packages(extra: str) -> bool:
    """Makes .venv and installs what pyproject.toml asks for, once; an interrupted set-up starts again."""
    stamp = VENV / f"set-up{extra}"
    wanted = fingerprint()
    if VENV_PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return True
    say("setting up .venv (once; about 100 MB to download)")
    if not make_venv():
        return False
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if run([*pip, "--editable", str(ROOT) + extra]) != 0:
        say("the packages could not be installed: look for an internet connection and run this line again")
        return False
    for done in (stamp, VENV / "set-up"):
        done.write_text(wanted)
    return True


def make_venv() -> bool:
    if venv_version() == this_version():
        return True
    return run([sys.executable, "-m", "venv", "--clear", str(VENV)]) == 0


def venv_version() -> str:
    """Of the Python in .venv, asked by starting it: it may be gone, moved or of another version by now."""
    question = [str(VENV_PYTHON), "-c", "import pip, platform; print(platform.python_version())"]
    try:
        answer = subprocess.run(question, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.stdout.strip()


def install_system(packages: list[str]) -> bool:
    """Installs Debian packages where we may; otherwise says the exact line that does."""
    if not packages:
        return True
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("installing " + " ".join(packages))
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL)
        if subprocess.call([*install, "-qq"], env=quiet, stdout=subprocess.DEVNULL) == 0:
            return True
    say("something is missing on this machine. On Debian or Ubuntu this line installs it:")
    say("    sudo " + " ".join(install))
    return False


def is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def fingerprint() -> str:
    """Changes when the set-up has to be done again: other packages, another Python, a moved folder."""
    facts = [(ROOT / "pyproject.toml").read_text(encoding="utf-8"), sys.version, str(ROOT)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def run(command: list[str], headless: bool = False, folder: Path | None = None) -> int:
    """The exit code of the command, as a shell would report it (128 + n where signal n ended it)."""
    environment = dict(os.environ)
    if headless:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        code = subprocess.call(command, cwd=folder, env=environment)
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code


def say(text: str) -> None:
    """To stderr: stdout belongs to the program, whose JSON may be on its way into another one."""
    print("[mission desk]", text, file=sys.stderr, flush=True)


def this_version() -> str:
    return version_text(sys.version_info[:3])


def version_text(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
