"""Drafts of the statement: versions, concerns, gut feelings, tests, and what the sensor says of them. It
knows no vote and no stage."""
