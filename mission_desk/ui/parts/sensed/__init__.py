"""What the sensor and the dictionary say of words in a field, on whichever page the field stands."""
