"""The panel beside the draft: concerns, gut feelings, the company's mission in sight."""
