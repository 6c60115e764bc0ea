"""A company's ``.pptx`` or ``.potx`` → what its designer decided, as data; no file is touched.

`reading.read` gives an `Office`: the page, layouts with their placeholders, colours, fonts, what
each layout draws; `roles` tells which layout serves for what, `values` says all of it as values of
a theme.
"""
