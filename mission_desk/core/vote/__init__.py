"""Polls from opening to result. What a result says is worked out here; how it is shown is not known
here, and neither is the stage."""
