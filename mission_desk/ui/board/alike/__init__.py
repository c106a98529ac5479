"""What looks alike on the board, and a proposal of clusters that moves nothing before it is accepted."""
