"""What the commands do with the selected notes. Each command reads the selection and calls one function of
core."""
