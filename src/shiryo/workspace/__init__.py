"""Finding and reading an outline with all that it names; writing outputs and their record."""
