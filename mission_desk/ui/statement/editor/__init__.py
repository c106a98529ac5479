"""The statement as it is typed, and what the sensor and the dictionary say of it. It knows no workbench."""
