"""Rendering: `PageSet` → bytes, one module a format."""
