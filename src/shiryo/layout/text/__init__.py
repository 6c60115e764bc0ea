"""Text in boxes: measured, broken, cut."""
