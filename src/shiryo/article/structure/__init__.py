"""Lines and pieces of a document → blocks: what kind each is, and where sections begin."""
