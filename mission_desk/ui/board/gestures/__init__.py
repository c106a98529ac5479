"""Mouse, fingers, pen and wheel on the canvas, and the handles of a note. They work on a surface that they
are given and know neither its widget nor how it is drawn."""
