"""One module a kind of block of a handout."""
