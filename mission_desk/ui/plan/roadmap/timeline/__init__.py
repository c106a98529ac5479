"""The guidelines of the road map along the year: dates are dragged, moved by keys, or typed."""
