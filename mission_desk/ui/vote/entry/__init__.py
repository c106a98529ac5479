"""How ballots come in at the desk: seat by seat, from paper, by hands, on cards. It shows no total of a
secret poll."""
