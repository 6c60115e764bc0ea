"""A handout as a vertical list: flows of atoms, broken into columns, notes at their foot."""
