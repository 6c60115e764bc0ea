"""How well the text of a theme stands out from its ground (WCAG 2.2)."""

from shiryo.diagnostics import Diagnostics, Span, diagnose
from shiryo.template.model import Template


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``RRGGBB`` colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check(template: Template) -> Diagnostics:
    """Return where text stands out too little (WCAG 2.2, 1.4.3: 4.5:1, large text 3:1).

    Text stands on ``paper``; text in the colour of the paper stands on ``accent``.
    """
    theme, found = template.theme, []
    kinds = {"deck": theme.deck.type, "handout": theme.handout.type}
    if template.base:  # its grounds are the company's: see `shiryo.template.office.findings`
        kinds.pop("deck")
    styles = {
        f"{output}.{name}": style for output in kinds for name, style in kinds[output].items()
    }
    for name, style in styles.items():
        if name.endswith("-mark"):  # decoration needs no contrast
            continue
        ground = "accent" if style.colour == "paper" else "paper"
        least = 3.0 if style.size >= 18 or (style.size >= 14 and style.weight >= 700) else 4.5
        ratio = contrast(theme.colours[style.colour], theme.colours[ground])
        if ratio < least:
            values = {"name": name, "colour": style.colour, "ground": ground, "least": least}
            span = Span(f"{template.name}/theme.yaml")
            found.append(diagnose("outline.contrast", span, ratio=f"{ratio:.2f}", **values))
    return tuple(found)
