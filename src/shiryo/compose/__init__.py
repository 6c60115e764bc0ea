"""Composing: `Outline` → `Deck` and `Handout`; every added word comes from the template."""
