"""What can be done with the words of a statement: compared, traced, swapped, turned round. It knows no
word list of the sensor."""
