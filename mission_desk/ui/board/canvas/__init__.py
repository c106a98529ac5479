"""The board as it is drawn, and where one looks. It knows the hands on it, never what they ask core to
change."""
