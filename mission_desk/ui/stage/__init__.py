"""The stage: what the projector shows, drawn from a Slide."""
