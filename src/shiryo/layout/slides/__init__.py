"""Slide forms: one module for each way to show something."""

from shiryo import document
from shiryo.layout.slides.bullets import BulletForm
from shiryo.layout.slides.form import Form
from shiryo.layout.slides.look import Look
from shiryo.layout.slides.table import TableForm
from shiryo.units import Points


def form(block: document.Block, look: Look, width: Points) -> Form:
    """Return the form of a block."""
    match block:
        case document.Bullets():
            return BulletForm(block, look, width)
        case document.Table():
            return TableForm(block, look, width)
    raise TypeError(f"no form for {type(block).__name__}")


__all__ = ["Form", "Look", "form"]
