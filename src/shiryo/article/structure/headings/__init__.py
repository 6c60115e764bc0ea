"""Which lines are headings: looks, words and company, weighed."""
