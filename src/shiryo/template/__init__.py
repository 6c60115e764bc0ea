"""Templates: a folder of ``theme.yaml`` and Jinja2 files → `Template`."""
