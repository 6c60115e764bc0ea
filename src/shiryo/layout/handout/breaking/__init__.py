"""Breaking what is set into columns and pages, notes at their foot."""
