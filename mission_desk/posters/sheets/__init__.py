"""Paper sizes, and a poster laid over several sheets. It knows no kind of poster."""
