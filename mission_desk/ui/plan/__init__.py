"""The pages of what follows from the statement: priorities, the road map, and the review a year later."""
