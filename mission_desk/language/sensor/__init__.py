"""The buzzword sensor: word lists, how they are met in a sentence, and the findings that come of it.
It knows no workshop: who asks says what its room calls empty."""
