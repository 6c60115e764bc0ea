"""What stands around the text: contents, index, running heads, pages."""
