"""Every other kind of body of a slide, one file a kind. None of them leaves a word out."""
