"""python -m mission_desk"""

import sys

try:
    from mission_desk.cli import main

    main(prog_name="mission-desk")
except KeyboardInterrupt:  # while the command line itself was imported
    sys.exit(130)
