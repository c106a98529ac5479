"""A closed poll: what each option got, what to know, and what it leads to."""
