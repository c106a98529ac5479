"""The agenda in the desk: the rail of steps, the facilitator's note, the clock."""
