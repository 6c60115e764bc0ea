"""Many briefings in one run: one for each row of a table, or for each of many outlines."""
