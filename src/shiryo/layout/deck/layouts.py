"""Slide layouts: what pages share, and which placeholders they fill."""

from shiryo import pages
from shiryo.layout.deck.look import Look
from shiryo.messages import wording
from shiryo.pages import VerticalAlign

_LAYOUTS: tuple[tuple[str, tuple[tuple[pages.Placeholder, str], ...], tuple[str, ...]], ...] = (
    (
        "cover",
        (("title", "cover-title"), ("subtitle", "cover-subtitle")),
        ("cover-bar",),
    ),
    (
        "content",
        (
            ("title", "title"),
            ("message", "message"),
            ("body", "content"),
            ("source", "source"),
            ("footer", "footer"),
            ("number", "number"),
        ),
        ("title-rule",),
    ),
    (
        "visual",
        (
            ("title", "title"),
            ("message", "message"),
            ("source", "source"),
            ("footer", "footer"),
            ("number", "number"),
        ),
        ("title-rule",),
    ),
    (
        "section",
        (
            ("title", "section-title"),
            ("message", "section-message"),
            ("footer", "footer"),
            ("number", "number"),
        ),
        ("section-bar",),
    ),
)
"""Key, placeholders with their frames, decoration."""

ANCHORS: dict[str, VerticalAlign] = {
    "title": "bottom",
    "cover-title": "bottom",
    "section-title": "bottom",
    "cover-byline": "bottom",
    "source": "bottom",
    "footer": "middle",
    "number": "middle",
}
"""Where text stands in the frames, if not at the top."""


def layouts(look: Look) -> tuple[pages.Layout, ...]:
    """Return the slide layouts of a theme."""
    return tuple(
        pages.Layout(
            name,
            wording(f"objects.layout.{name}"),
            tuple(_placeholder(look, kind, frame) for kind, frame in holders),
            tuple(_bar(look, frame) for frame in bars),
        )
        for name, holders, bars in _LAYOUTS
    )


def _placeholder(look: Look, kind: pages.Placeholder, frame: str) -> pages.LayoutPlaceholder:
    style = look.fixed("body" if kind == "body" else frame)
    return pages.LayoutPlaceholder(
        kind,
        look.frame(frame),
        style.size,
        style.colour,
        style.weight >= 700,
        style.leading,
        ANCHORS.get(frame, "top"),
        "right" if kind == "number" else "left",
        wording(f"objects.prompt.{kind}"),
    )


def _bar(look: Look, frame: str) -> pages.Shape:
    return pages.Shape(look.frame(frame), fill=look.colour("accent"), name=frame)
