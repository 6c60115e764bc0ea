"""Which sentences of a section are worth showing."""
