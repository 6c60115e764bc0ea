"""What stands on a slide of a written deck."""

from collections.abc import Iterator
from typing import Any

from pptx.shapes.group import GroupShape


def every(slide: Any) -> Iterator[Any]:
    """Yield the shapes of a slide or a group, those in its groups instead of these."""
    for shape in slide.shapes:
        if isinstance(shape, GroupShape):
            yield from every(shape)
        else:
            yield shape
