"""Debian packages: installed where we may, else the exact line that does."""

from __future__ import annotations

import os
import re
import shutil

from set_up.steps import Steps, Watch
from set_up.terminal import SetUpError

# Seconds: a machine that has just been started is often busy with its own updates.
OTHERS_FIRST = 300
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}


class AptWatch(Watch):
    """Counts packages in what apt says."""

    def __init__(self, what: str) -> None:
        # apt itself waits for dpkg to be done; a dpkg that gets Ctrl+C leaves a package half unpacked.
        super().__init__(what, ends_all=False)
        self._all = self._fetched = self._set_up = 0

    def read(self, line: str) -> None:
        if new := re.search(r"(\d+) newly installed", line):
            self._all = int(new[1])
        elif size := re.match(r"Need to get (\S+ \S+)", line):
            self.what += f" ({self._all} packages, {size[1]})"
        elif line.startswith("Get:"):
            self._fetched += 1
        elif line.startswith("Setting up "):
            self._set_up += 1
        if self._set_up:
            self.figures = f"{self._set_up} installed"
        elif self._fetched:
            self.figures = f"{self._fetched} fetched"


def may_install() -> bool:
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def refuse_missing(packages: list[str]) -> None:
    """Raises SetUpError where something is missing and we may not install it."""
    if packages and not may_install():
        line = " ".join(("sudo", *INSTALL, *packages))
        raise SetUpError(f"Libraries are missing here. On Debian or Ubuntu this line installs them: {line}")


def install(steps: Steps, packages: list[str]) -> None:
    # An apt that was killed half-way leaves packages that keep it from installing others.
    steps.run(Watch("looking at the system's packages"), "dpkg", "--configure", "-a", must=False, extra=QUIET)
    steps.run(Watch("reading the list of system libraries"), "apt-get", "update", must=False, extra=QUIET)
    options = ("-o", f"DPkg::Lock::Timeout={OTHERS_FIRST}")
    steps.run(AptWatch("installing system libraries"), *INSTALL, *options, *packages, extra=QUIET)
