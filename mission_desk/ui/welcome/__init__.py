"""The first page: start from a method, open a recent workshop, the sample or a file."""
