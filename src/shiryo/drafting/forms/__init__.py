"""Forms that say it better than a list: made from what the author tells in prose and in tables."""
