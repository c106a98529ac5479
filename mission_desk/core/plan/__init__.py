"""What follows from the statement: priorities, the road map, and the review a year later. It knows no
vote and no stage."""
