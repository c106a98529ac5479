"""Small widgets that every room builds with. They know the theme and words, never the document."""
