"""One file a format, import and export. Rows in, text or files out; knows no screen and no poster."""
