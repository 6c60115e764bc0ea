"""Reading PowerPoint files."""
