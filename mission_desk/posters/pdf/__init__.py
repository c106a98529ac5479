"""The surface of a poster: the PDF file, its page, faces, shaped text and colours. It knows no line break
and no kind of poster."""
