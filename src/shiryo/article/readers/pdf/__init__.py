"""Reading PDF files with a text layer."""
