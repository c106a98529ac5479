"""Boards and what lies on them: notes, clusters, regions, pictures. It knows no draft, no vote and no
stage."""
