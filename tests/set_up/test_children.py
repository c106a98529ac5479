"""A process that was asked to end is waited for, also where a signal has cut the wait for it short."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from set_up import children, running, steps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")

Child = subprocess.Popen[bytes]
SLEEPS = "import time; print(flush=True); time.sleep(60)"


@pytest.fixture
def child() -> Iterator[Child]:
    """As a wait leaves it that Ctrl+C has cut short between taking Popen's lock and giving it back."""
    begun = subprocess.Popen([sys.executable, "-c", SLEEPS], stdout=subprocess.PIPE, start_new_session=True)
    assert begun.stdout is not None
    begun.stdout.readline()
    begun._waitpid_lock.acquire()  # type: ignore[attr-defined]
    yield begun
    begun.kill()
    begun.stdout.close()


@pytest.mark.parametrize("end", [lambda each: steps.end(each, ends_all=True), running.leave])
def test_it_is_ended_and_waited_for(child: Child, end: Callable[[Child], None]) -> None:
    end(child)
    assert child.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(child.pid, 0)


def test_one_that_lives_on_is_told_from_one_that_has_gone(child: Child) -> None:
    assert not children.gone_within(child, 0)
    os.kill(child.pid, signal.SIGKILL)
    assert children.gone_within(child, 60)
    assert child.returncode == -signal.SIGKILL


def test_one_whose_end_was_taken_by_the_first_wait_has_gone(child: Child) -> None:
    os.kill(child.pid, signal.SIGKILL)
    os.waitpid(child.pid, 0)
    assert children.is_gone(child)
    child.returncode = 0
