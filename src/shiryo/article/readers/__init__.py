"""One module or folder a format: bytes or text → `Article`."""
