#!/usr/bin/env python3
"""Sets Mission Desk up and starts it. A bare Python 3.11 or newer is enough.

python3 run.py                the program with the sample workshop; with no screen, the tour instead
python3 run.py ARGUMENTS      mission-desk ARGUMENTS (a workshop file, or a command such as `print --help`)
python3 run.py test [...]     all tests, headless; further arguments go to pytest
python3 run.py check          lint, format, types, unused code and the architecture tests
python3 run.py mutate [ROOM]  small faults planted one at a time, and those that no test notices
python3 run.py build          the folder app in dist/MissionDesk, which then tests itself

This file keeps to what Python 2.7 can read, so that an old Python can say which one is needed. The rest
stands in set_up/.
"""

import os
import signal
import sys

OLDEST_PYTHON = (3, 11)


def main(arguments):
    if sys.version_info < OLDEST_PYTHON:
        return refuse_python()
    # Not there where Python was started with -P or -I.
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    try:
        from set_up import verbs
    except ImportError as error:
        say("This Python lacks a part of its standard library ({}): install a whole Python 3.".format(error))
        return 1
    return verbs.main(arguments)


def refuse_python():
    this = ".".join(str(part) for part in sys.version_info[:3])
    oldest = ".".join(str(part) for part in OLDEST_PYTHON)
    say(
        "This is Python {}; Mission Desk needs Python {} or newer: start run.py with that.".format(
            this, oldest
        )
    )
    return 1


def say(text):
    """To stderr: stdout belongs to the program, whose JSON may be on its way into another one."""
    sys.stderr.write("[mission desk] " + text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt as stop:
        # A second Ctrl+C must not turn the one line into a traceback.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        say("Stopped. Nothing is lost: the next start carries on from here.")
        # Another signal than Ctrl+C has a code of its own (set_up/running.py).
        code = getattr(stop, "code", 130)
    sys.exit(code)
