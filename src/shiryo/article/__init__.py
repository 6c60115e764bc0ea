"""Reading: a file's bytes → `Article`, blocks that know their kind and their place in the source."""
