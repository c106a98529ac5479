"""python -m mission_desk"""

from mission_desk.cli import main

main(prog_name="mission-desk")
