"""Drafting: `Article` → `Outline`, and what needs a person's eye."""
