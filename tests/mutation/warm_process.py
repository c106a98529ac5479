"""Runs pytest in a child process, forked with the libraries loaded: starting one anew for each fault would
take longer than most tests do. Nothing of the program is imported before: the child reads the copy."""

from __future__ import annotations

import importlib
import os
import select
import signal
import subprocess
import sys
import traceback
from pathlib import Path

# Qt is safe to fork as long as nobody has made an application, and so no thread.
LIBRARIES = (
    "pytest", "hypothesis", "pytestqt.plugin", "xdist.plugin", "coverage", "sqlite_utils", "msgspec",
    "PySide6.QtWidgets", "PySide6.QtTest", "reportlab.pdfgen.canvas", "reportlab.platypus", "PIL.Image",
    "uharfbuzz", "bidi.algorithm", "pypdfium2", "rapidfuzz.fuzz", "pyphen", "click.testing",
)  # fmt: skip
FORKS = sys.platform.startswith("linux")  # elsewhere a fork is missing, or unsafe with the system's libraries


def load_libraries() -> None:
    if FORKS:
        for name in LIBRARIES:
            importlib.import_module(name)


def run_pytest(folder: Path, arguments: list[str], environment: dict[str, str], limit: float) -> int | None:
    """What pytest returns when run in `folder`; None where it did not end within `limit` seconds. What the
    tests print goes to output.txt in the folder."""
    with (folder / "output.txt").open("wb") as output:
        if not FORKS:
            return run_anew(folder, arguments, environment, limit, output.fileno())
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            run_forked(folder, arguments, environment, output.fileno())
    return wait_for(child, limit)


def run_anew(
    folder: Path, arguments: list[str], environment: dict[str, str], limit: float, output: int
) -> int | None:
    # The installed package is the project as it is: processes that a test starts must see the copy.
    surroundings = {**environment, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-B", "-m", "pytest", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, env=surroundings, stdout=output, stderr=output, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def run_forked(folder: Path, arguments: list[str], environment: dict[str, str], output: int) -> None:
    """Never returns. A group of its own, so that what a test starts ends with it."""
    code = 3
    try:
        os.setsid()
        os.dup2(output, 1)
        os.dup2(output, 2)
        sys.path[:] = [str(folder), *(entry for entry in sys.path if entry not in ("", os.getcwd()))]
        os.chdir(folder)
        os.environ.update(environment, PYTHONPATH=str(folder), PYTHONDONTWRITEBYTECODE="1")
        sys.dont_write_bytecode = True
        for name in [name for name in sys.modules if name == "tests" or name.startswith("tests.")]:
            del sys.modules[name]
        import pytest

        # Plugins that were loaded before pytest could rewrite their assertions are as good without.
        code = int(pytest.main(["-W", "ignore::pytest.PytestAssertRewriteWarning", *arguments]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def wait_for(child: int, limit: float) -> int | None:
    process = os.pidfd_open(child)
    try:
        ready, _, _ = select.select([process], [], [], limit)
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass  # all of the group had ended
    finally:
        os.close(process)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if ready else None
