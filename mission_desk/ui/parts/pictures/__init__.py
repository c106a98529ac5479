"""Pictures of the workshop on the screen: read from outside, scaled in the background, drawn. They know
no board and no stage."""
