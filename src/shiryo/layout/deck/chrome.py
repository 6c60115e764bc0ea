"""What stands around the content of a slide: title, message, source, footer, page number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import origins, pages
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.inline import Run, Text
from shiryo.layout.deck import inside
from shiryo.layout.deck.look import Look
from shiryo.layout.text.ellipsis import cut
from shiryo.layout.text.para import Para, Style
from shiryo.template.office.model import NUMBER
from shiryo.units import Points, Rect

_FOOTER = 0.9
"""Of the width of a company's footer, what our text takes: it is set in another font there."""


def headline(look: Look, name: str, text: Text, lines: int) -> Para:
    """Return a phrase-broken line or two, in the largest size in which they have room."""
    style, frame, deck = look.fixed(name), look.frame(name), look.theme.deck
    sizes = [size for size in reversed(deck.scale) if deck.sizes[-1] <= size <= style.size]
    for size in sizes or [style.size]:
        para = Para(text, replace(style, size=size), align=look.align(name))
        room = look.compositor.room([para], frame.width)
        if room.lines <= lines and room.height <= frame.height + 0.01:
            break
    return para


def title(look: Look, text: Text, name: str = "title") -> pages.TextBox:
    """Return the title; where it takes two lines, they are smaller."""
    heading = "H1" if name == "cover-title" else look.heading
    para = headline(look, name, text, look.limit("title-lines"))
    para = replace(para, element=look.tree.add(heading))
    return _grown(look, [para], name, "title", "message" if name == "message" else "title")


def message(look: Look, text: Text, name: str = "message") -> pages.TextBox | None:
    """Return the key message, in a frame as high as it needs; None if there is none."""
    if not text:
        return None
    para = headline(look, name, text, look.limit("message-lines"))
    para = replace(para, element=look.tree.add("P"))
    frame = look.frame(name)
    height = max(frame.height, look.compositor.height([para], frame.width))
    frame = replace(frame, height=height)
    anchor = look.anchor(name)
    return look.compositor.box([para], frame, "message", placeholder="message", anchor=anchor)


def head(look: Look, text: Text, said: Text) -> list[pages.TextBox]:
    """Return title and message of a slide."""
    below = message(look, said)
    # A company's title that says the message says ours where there is none.
    is_message = bool(look.company and look.company.is_message(look.on))
    name = "message" if is_message and below is None else "title"
    return [title(look, text, name), *([below] if below else [])]


def too_long(look: Look, items: Sequence[pages.Item], line: int) -> Iterator[Diagnostic]:
    """Report a title or a message of more lines than the theme allows."""
    span = Span("", line) if line else None
    for item in items:
        if not isinstance(item, pages.TextBox) or item.role not in ("title", "message"):
            continue
        lines, most = len(item.lines), look.limit(f"{item.role}-lines")
        if lines > most:
            code = f"layout.long-{item.role}"
            yield diagnose(code, span, text=inside.plain(item), lines=lines, most=most)


def source(look: Look, text: Text, notes: Sequence[Text]) -> pages.TextBox | None:
    """Return the line at the foot that says where things come from, after the footnotes."""
    if not (text or notes):
        return None
    style = look.fixed("source", link="muted")
    paras = [_note(look, note, style) for note in notes]
    if text:
        paras.append(Para(text, style, "ragged", element=look.tree.add("P")))
    return _grown(look, paras, "source", "source", "source")


def _note(look: Look, note: Text, style: Style) -> Para:
    """Return a footnote, whose first run is its mark."""
    element = look.tree.add("Note")
    label = look.tree.add("Lbl", element)
    return Para(note, style, "ragged", element=element, label=label)


def foot(look: Look, footer: Text, number: str) -> list[pages.Item]:
    """Return the footer, on one line, and the page number."""
    style, made = look.fixed("footer"), list[pages.Item]()
    footer = _shown(look, "footer", footer)
    if footer and look.has("footer"):
        width = look.frame("footer").width * (_FOOTER if look.company else 1)
        footer = cut(look.compositor, footer, style, width)
        left = Para(footer, style, align=look.align("footer"))
        made.append(_box(look, [left], "footer", "footer"))
    if look.has("number"):
        counted = _shown(look, "number", (Run(number, origin=origins.label("page")),))
        right = Para(counted, look.fixed("number"), align=look.align("number", "right"))
        made.append(_box(look, [right], "number", "page-number"))
    return made


def _shown(look: Look, name: str, said: Text) -> Text:
    """Return what a footer or a number says: what the company's file has around it, too."""
    slot = look.company.slot(look.on, name) if look.company else None
    written = slot.text.strip() if slot else ""
    if name == "number":
        before, mark, after = written.partition(NUMBER)
        return (Run(before), *said, Run(after)) if mark and (before or after) else said
    return (Run(written),) if written else said


def content(look: Look, above: pages.TextBox | None, below: pages.TextBox | None) -> Rect:
    """Return the room between the message and the source."""
    frame, gap = look.frame("content"), look.space("message")
    top = frame.y if look.company else look.frame("message").y + gap
    if above is not None:
        top = max(frame.y, above.frame.bottom + gap)
    bottom = frame.bottom
    if below is not None:
        bottom = min(bottom, below.frame.y - look.space("source"))
    return Rect(frame.x, top, frame.width, bottom - top)


def _grown(
    look: Look,
    paras: Sequence[Para],
    name: pages.Placeholder | str,
    role: pages.Role,
    placeholder: pages.Placeholder = "title",
) -> pages.TextBox:
    """Set text in a frame that grows upwards to hold it."""
    frame = look.frame(name)
    more: Points = max(0, look.compositor.height(paras, frame.width) - frame.height)
    frame = Rect(frame.x, frame.y - more, frame.width, frame.height + more)
    return look.compositor.box(
        paras, frame, role, placeholder=placeholder, anchor=look.anchor(name)
    )


def _box(
    look: Look, paras: Sequence[Para], name: pages.Placeholder, role: pages.Role
) -> pages.TextBox:
    return look.compositor.box(
        paras, look.frame(name), role, placeholder=name, anchor=look.anchor(name)
    )
