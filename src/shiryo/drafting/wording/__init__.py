"""A sentence → what a slide says: each change named, logged and repeatable."""
