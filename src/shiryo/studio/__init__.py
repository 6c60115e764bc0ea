"""The studio: an outline edited in the browser, its slides and pages beside it, on this machine."""
