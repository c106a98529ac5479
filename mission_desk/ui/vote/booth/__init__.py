"""The booth: one ballot at a time over the whole screen, and a cover between two people."""
