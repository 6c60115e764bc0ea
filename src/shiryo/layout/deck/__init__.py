"""`Deck` → `PageSet`."""
