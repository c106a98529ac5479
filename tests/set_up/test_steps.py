"""What a step of the set-up does is said, however quick it is."""

from __future__ import annotations

import subprocess
import sys

from tests.set_up.tiny import Tiny

SCRIPT = """
import sys
from set_up.lock import alone
from set_up.steps import Steps, Watch

class Words(Watch):
    def read(self, line):
        self.what = line.strip()

with alone() as log:
    Steps(log).run(Words("begun"), sys.executable, "-c", "print('copied'); print('linked')")
"""


def test_what_a_quick_step_did_last_is_said(ready: Tiny) -> None:
    """It ends between two looks at its log."""
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ready.folder, capture_output=True, text=True, check=True
    )
    shown = [line.removeprefix("[mission desk] ") for line in answer.stderr.splitlines()]
    assert (shown[0], shown[-1]) == ("begun", "linked")
