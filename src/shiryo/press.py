"""What the writers draw: a material, composed and laid out; a stage is imported when needed."""

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostic, Diagnostics, diagnose
from shiryo.japanese import words
from shiryo.pages import PageSet
from shiryo.template.load import extended, printed
from shiryo.template.model import Template
from shiryo.values import dataclass

if TYPE_CHECKING:
    from shiryo.layout.deck.memory import Memory
    from shiryo.layout.handout.memory import Memory as SetMemory
    from shiryo.typeset.fonts import Fonts

Laid = tuple[PageSet, Diagnostics]


def let_go() -> None:
    """Forget what was remembered of documents, after one of many that no other is like."""
    from shiryo.layout import remembered

    remembered.let_go()


@dataclass(frozen=True)
class Press:
    """Composes and lays out a material. Everything raises Failed where a template cannot serve."""

    material: Material
    templates: Mapping[str, Template]
    """One for ``deck`` and one for ``handout``."""
    _fonts: "dict[str, Fonts]" = field(default_factory=dict)
    _memory: "Memory | None" = None
    """Of slides laid out before; with it, the dictionary is kept, too."""
    _set: "SetMemory | None" = None
    """Of parts of a handout set before."""

    @cached_property
    def deck(self) -> Laid:
        """The deck."""
        from shiryo.compose import deck as composing
        from shiryo.layout.deck import deck as layout

        template = extended(self.templates["deck"], self._named)
        deck, composed = composing.compose(self.material, template)
        faces = self._faces(template)
        pages, laid_out = layout.lay_out(deck, template.theme, faces, self._memory, template.base)
        return pages, self._said(faces, *composed, *laid_out, *_missing(template, pages))

    @property
    def _named(self) -> list[str]:
        """The layouts of a company's file that sections name."""
        found, waiting = list[str](), [*self.material.outline.sections]
        while waiting:
            section = waiting.pop()
            waiting += section.sections
            found += [section.slide_layout] if section.slide_layout else []
        return found

    def handout(self, variant: str) -> Laid:
        """Return a variant of the handout."""
        from shiryo.compose import handout as composing

        template = printed(self.templates["handout"])
        composed: Diagnostics = ()
        if variant in ("slides", "notes"):
            handout = composing.frame(self.material, template)
        elif variant == "full":
            from shiryo.compose import full

            handout, composed = full.compose(self.material, template)
        else:
            short = variant == "onepage"
            handout, composed = composing.compose(self.material, template, short=short)
        if self._memory is None:
            words.let_go()  # all terms have their readings
        faces = self._faces(template)
        arguments = (handout, template.theme, faces)
        match variant:
            case "slides":
                from shiryo.layout.handout import slides

                per_page = self.material.outline.handout.per_page
                return slides.lay_out(self.deck[0], per_page, *arguments), self.deck[1]
            case "notes":
                from shiryo.layout.handout import with_notes

                return with_notes.lay_out(self.deck[0], *arguments), self.deck[1]
            case "onepage":
                from shiryo.layout.handout import onepage

                pages, laid_out = onepage.lay_out(*arguments)
            case _:
                from shiryo.layout.handout import handout as layout

                pages, laid_out = layout.lay_out(*arguments, self._set)
        return pages, self._said(faces, *composed, *laid_out)

    def _faces(self, template: Template) -> "Fonts":
        """Return the fonts of a template; deck and handout of the same one share them."""
        from shiryo.typeset import fonts

        if template.name not in self._fonts:
            names = template.theme.fonts
            self._fonts[template.name] = fonts.load(names.gothic, names.mincho, template.fonts)
        return self._fonts[template.name]

    def _said(self, faces: "Fonts", *found: Diagnostic) -> Diagnostics:
        absent = tuple(diagnose("typeset.absent-font", name=name) for name in faces.absent)
        other = tuple(
            diagnose("typeset.stand-in", name=name, package=package)
            for name, package in faces.stand_ins
        )
        return absent + other + tuple(_located(d, self.material.file) for d in found)


def _missing(template: Template, made: PageSet) -> Diagnostics:
    """Return what a company's file lacks for a deck, and what of it is not drawn here."""
    if template.base is None:
        return ()
    from shiryo.template.office import findings

    roles = tuple(layout.name for layout in made.layouts)
    names = [template.theme.deck.layouts[role].layout for role in roles]
    base, theme = template.base, template.theme
    return (*findings.instead(base, theme, roles), *findings.undrawn(base, names))


def _located(diagnostic: Diagnostic, file: str) -> Diagnostic:
    """Give a diagnostic of layout, which knows lines but no files, the outline's name."""
    span = diagnostic.span
    if span is None or span.file:
        return diagnostic
    return replace(diagnostic, span=replace(span, file=file))
