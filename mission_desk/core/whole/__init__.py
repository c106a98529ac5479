"""What is done with a workshop as a whole: started, saved as a method, searched, checked, copied; and the
sample. It may know every other room of core; none of them knows it."""
