"""What stands at a place of the text."""

from shiryo.diagnostics import Path
from shiryo.outline.yaml_lines import Places, Region


def path_at(places: Places, line: int, column: int) -> Path:
    """Return the path of the innermost value in whose lines a place is, from 1.

    A key counts as its value; the root is ``()``.
    """
    at = line, column
    found: Path = ()
    best: tuple[int, ...] = ()
    for path, region in places.values.items():
        start = places.keys.get(path, region)
        extent = Region(start.line, start.column, region.end_line, region.end_column)
        if not extent[:2] <= at <= extent[2:]:
            continue
        if (extent[:2], len(path)) >= (best, len(found)):
            best, found = extent[:2], path
    return found or _on_line(places, line)


def _on_line(places: Places, line: int) -> Path:
    """Return what begins on a line, else what begins last above it."""
    above = [(n, -len(path), path) for path, n in places.lines.items() if path and n <= line]
    return max(above, default=(0, 0, ()))[2]


def heads(places: Places) -> dict[int, Path]:
    """Return, by line, the outermost value that begins on it; lines without one have none."""
    found: dict[int, Path] = {}
    for path, line in places.lines.items():
        if path and (line not in found or len(path) < len(found[line])):
            found[line] = path
    return found
