"""What the room may see: the desk's position, what the stage was asked to do, and the Slide made of it.
Nothing that is not in a Slide reaches the projector."""
