"""What is special about texts in one language: endings, the passive, spelling. One module a language, and one
table of them (`table.py`); a language without a module is read by its word lists alone."""
