"""Measures and text of the stage: what fits where, how words flow, how a note is drawn. It knows no kind
of body."""
