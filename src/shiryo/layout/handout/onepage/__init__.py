"""A handout of one page (A4一枚): type, columns and contents chosen so that all of it fits."""

from shiryo.layout.handout.onepage.choose import lay_out

__all__ = ["lay_out"]
