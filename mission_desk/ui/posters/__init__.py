"""A room of the desk."""
