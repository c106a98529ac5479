"""What hands do on the canvas: mouse, fingers, pen and wheel, and what is taken hold of. They work on a
surface that they are given and know neither its widget nor how it is drawn."""
