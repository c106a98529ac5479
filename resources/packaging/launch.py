"""The first lines of the folder app: PyInstaller starts from a file, and ours is a package."""

import sys

from mission_desk.cli import main

if __name__ == "__main__":
    sys.exit(main())
