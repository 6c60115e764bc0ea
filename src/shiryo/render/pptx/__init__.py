"""Pages as a native, editable PowerPoint file."""

from shiryo.render.pptx.deck import write

__all__ = ["write"]
