"""Which layout of a company's file serves for what.

What the sample slides use tells most, then where placeholders stand; names and types only hint.
"""

from collections.abc import Mapping

from shiryo import lazy_re as re
from shiryo.template.office.model import ROLES, Office, OfficeLayout, Role
from shiryo.template.office.parts import Parts, parts
from shiryo.values import dataclass

_DIVIDER = re.compile(r"セクション|中表紙|中扉|扉|章|section|divider|abschnitt|seção|chapter", re.I)
_TOP = 0.3
"""Of the height: over it is the middle of the title of a slide with content."""
_NEVER = -9.0
_MOST_USED = 4
"""Sample slides over which more tell no more."""
_STEAD: Mapping[Role, tuple[Role, ...]] = {
    "content": ("only", "two"),
    "only": ("content", "two"),
    "two": ("content", "only"),
    "section": ("only", "content"),
    "cover": ("section", "only", "content"),
}
"""What serves where a role has no layout, the best first."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Which layouts serve for what."""

    layouts: Mapping[Role, Parts]
    """One for each role."""
    instead: Mapping[Role, Role]
    """Roles without a layout of their own → the one whose layout serves."""
    master: int


def cast(office: Office) -> Cast:
    """Return the layout for each role: all of one master."""
    by = {n: [*_parts(office, n)] for n in range(len(office.schemes))}
    by = {n: found for n, found in by.items() if found}
    scored = {n: _scored(found) for n, found in by.items()}
    used = {n: sum(made.layout.used for made in found) for n, found in by.items()}

    def worth(n: int) -> tuple[float, int]:
        is_usual = used[n] * 2 >= max(office.samples, 1) and office.samples > 0
        return len(scored[n]) + (len(ROLES) if is_usual else 0), -n

    master = max(by, key=worth)
    chosen, instead = scored[master], dict[Role, Role]()
    there = chosen.get("cover")
    if (there is None or not there.layout.used) and (cover := _other_cover(by, master)):
        chosen["cover"] = cover
    usual = max(by[master], key=lambda made: (made.layout.used, bool(made.title)))
    for role in ROLES:
        if role not in chosen:
            stead = next((other for other in _STEAD[role] if other in chosen), None)
            if stead is None:
                chosen[role] = usual
            instead[role] = stead or role
    own = {
        role: chosen[instead[role]] if instead.get(role, role) != role else chosen[role]
        for role in ROLES
    }
    return Cast(own, instead, master)


def _parts(office: Office, master: int) -> list[Parts]:
    found = (layout for layout in office.layouts if layout.master == master)
    return [parts(layout, office.size) for layout in found]


def _scored(found: list[Parts]) -> dict[Role, Parts]:
    """Return the best layout for each role that has one."""
    dressed = any(not made.layout.bare and made.layout.used for made in found)
    best = dict[Role, Parts]()
    for role in ROLES:
        ranked = max(found, key=lambda made: _score(made, role, dressed=dressed))
        if _score(ranked, role, dressed=dressed) > 0:
            best[role] = ranked
    return best


def _other_cover(by: Mapping[int, list[Parts]], master: int) -> Parts | None:
    """Return the layout of the first sample slide where it is one of another master."""
    others = (made for n, found in by.items() if n != master for made in found)
    return next((made for made in others if made.layout.first and made.title), None)


def _score(made: Parts, role: Role, *, dressed: bool) -> float:
    """Return how well a layout serves; nothing over 0: it does not."""
    layout = made.layout
    if made.is_vertical:
        return _NEVER
    use = float(min(layout.used, _MOST_USED))
    if layout.bare and dressed and not layout.used:
        use -= 2  # a leftover of the program's own template
    match role:
        case "cover":
            return _cover(made, layout, use)
        case "section":
            return _section(made, layout, use)
    if made.title is None or made.middle > _TOP:
        return _NEVER
    large = len(made.large)
    if role == "content":
        if large != 1 or made.pictures or made.large[0].frame.width < 0.6 * made.page.width:
            return _NEVER
        others = len(made.bodies) - 1
        return 3 + 4 * made.share(made.large[0]) + (layout.kind in ("obj", "tx")) + use - others
    if role == "two":
        if not made.is_twin:
            return _NEVER
        others = len(made.bodies) - 2
        return 4 + made.share(made.large[0]) + use / 2 - others / 2 - made.pictures
    if large or made.bodies:
        return _NEVER
    return 3 + 2 * (layout.kind == "titleOnly") + use - 2 * made.pictures


def _cover(made: Parts, layout: OfficeLayout, use: float) -> float:
    title, large = made.title, len(made.large)
    is_title = layout.kind == "title" or (title is not None and title.kind == "ctrTitle")
    worth = 4.0 * is_title + 3 * layout.first + 0.3 * use - 3 * (large > 1)
    worth += any(slot.kind == "subTitle" for slot in made.bodies)
    if title is None:
        return worth + (0 if made.bodies else -6)
    if made.middle < 0.2:
        return worth - 5
    return worth + (2 if made.middle < 0.75 else -2)


def _section(made: Parts, layout: OfficeLayout, use: float) -> float:
    title = made.title
    worth = 4.0 * (layout.kind == "secHead") + 2 * bool(_DIVIDER.search(layout.name)) + 0.3 * use
    worth -= 3 * len(made.large) + made.pictures
    if title is None:
        return worth - (0 if len(made.bodies) == 1 else 3)
    if title.kind == "ctrTitle" or layout.kind == "title":
        worth -= 4
    return worth + (2 if made.middle > _TOP else -3 if made.middle < 0.25 else 0)
