"""The posters page: choose a poster, see it as it will be printed, write it as PDF."""
