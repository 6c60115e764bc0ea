"""`Handout` → `PageSet`."""
