"""A board on the stage: as it hangs, in areas, or in rows, until every note can be read."""
