"""What is done with a workshop as a whole: started, saved as a method, searched, checked, copied; and the
sample. It may import every other room of core; none of them imports this one."""
