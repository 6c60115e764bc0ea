"""One paragraph or box of a handout: what is set, with its notes."""
