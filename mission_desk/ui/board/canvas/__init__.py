"""The board as it is drawn, and the part of it in sight. It knows the mouse and fingers on it, but not what
the commands ask core to change."""
