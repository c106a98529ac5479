"""Bytes of a picture in, pixels out: the only room that calls a decoder. It looks before it decodes and drops
what does not draw. Must not know the document or Qt."""
