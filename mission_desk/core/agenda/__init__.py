"""The day: methods, steps, clocks, and how late it is. It knows what a step asks for, never what lies on
a board."""
