"""The first page of the day: who is here, for whom, when, and with which words."""
