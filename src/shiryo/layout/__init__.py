"""Layout: `Deck` or `Handout` → `PageSet`."""
