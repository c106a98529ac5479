"""The road map: a table that is edited in place, a timeline of the same rows, and what is measured today."""
