"""What lies under the editor: versions, comparisons, notes, parts, tests, the hunt."""
