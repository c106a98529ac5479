"""Who is in the room and for whom: the scene, the seats, and the words this room and this person have
judged. It knows no board and no statement."""
