"""Whether what a theme says of a company's file is true of it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from shiryo.diagnostics import Path
from shiryo.template.model import DeckTheme
from shiryo.template.office.model import Office, known

Found = tuple[str, Path, Mapping[str, object]]
"""What is wrong, where in the theme, and what to say of it."""


def problems(deck: DeckTheme, office: Office) -> Iterator[Found]:
    """Yield layouts and placeholders that the file does not have."""
    by = known(office)
    for role, theme in deck.layouts.items():
        layout = by.get(theme.layout)
        path: Path = ("deck", "layouts", role)
        if layout is None:
            names = [each.name or each.key for each in office.layouts]
            near = get_close_matches(theme.layout[:100], names, 1)
            said = {"layout": theme.layout, "known": "、".join(names[:30])}
            yield "office-no-layout", (*path, "layout"), {**said, "near": near[0] if near else ""}
            continue
        there = {slot.idx for slot in layout.slots}
        for name, numbers in theme.placeholders.items():
            for idx in numbers:
                if idx not in there:
                    listed = "、".join(f"{s.idx}（{s.name}）" for s in layout.slots)
                    said = {"idx": str(idx), "layout": theme.layout, "known": listed or "0"}
                    yield "office-no-placeholder", (*path, "placeholders", name), said
