"""`Outline` → `Handout`: the sections in prose, with their numbers and their sources."""

from shiryo import document, inline
from shiryo.compose import blocks, shared
from shiryo.compose.material import Composer, Material, Path, union
from shiryo.diagnostics import Diagnostics
from shiryo.japanese.numerals import numeral
from shiryo.outline import model
from shiryo.template.model import Template

_INDEXED = 10
"""Terms from which on a long handout has an index of its own accord."""


def compose(
    material: Material, template: Template, *, short: bool = False
) -> tuple[document.Handout, Diagnostics]:
    """Compose the handout of an outline; ``short`` with the wording of the slides.

    Raises Failed where the template's words cannot be rendered.
    """
    composer = Composer(material, template, handout=True, whole=not short)
    outline, options = material.outline, material.outline.handout
    sections = _sections(composer, outline.sections, ("sections",), "")
    handout = document.Handout(
        info=shared.info(composer),
        title=composer.text(outline.title, ("title",)),
        subtitle=composer.text(outline.subtitle, ("subtitle",)),
        byline=composer.added("handout-byline"),
        label=composer.text(outline.label, ("label",)),
        running=composer.added("running"),
        summary=blocks.items(composer, outline.summary, ("summary",)),
        sections=(*sections, *_glossary(composer), *_references(composer)),
        labels=shared.labels(composer),
        paper=options.paper,
        columns=options.columns or template.theme.handout.columns,
        contents=options.contents,
        terms=_index(composer),
        index=options.index,
        message=composer.text(outline.message, ("message",)),
    )
    return handout, composer.diagnostics


def _sections(
    composer: Composer, sections: tuple[model.Section, ...], path: Path, prefix: str
) -> tuple[document.Section, ...]:
    shown = [(n, s) for n, s in enumerate(sections) if s.only != "deck"]
    numerals = composer.theme.handout.numerals
    return tuple(
        _section(composer, section, (*path, n), prefix + numeral(number, numerals))
        for number, (n, section) in enumerate(shown, 1)
    )


def _section(
    composer: Composer, section: model.Section, path: Path, number: str
) -> document.Section:
    made = [
        (block, source.id)
        for n, source in enumerate(section.blocks)
        if source.only != "deck" and (block := blocks.block(composer, source, (*path, "blocks", n)))
    ]
    joint = composer.theme.labels["number-joint"]
    return document.Section(
        id=section.id,
        number=number,
        title=composer.text(section.title, (*path, "title")),
        message=_message(composer, section, path),
        blocks=tuple(block for block, _ in made),
        names=tuple(name for _, name in made),
        sections=_sections(composer, section.sections, (*path, "sections"), f"{number}{joint}"),
        line=composer.line(path),
    )


def _message(composer: Composer, section: model.Section, path: Path) -> inline.Text:
    """Return the message with a footnote that says where the section comes from."""
    message = composer.text(section.message, (*path, "message"))
    cited = union([*section.lines, *blocks.lines(section.blocks)])
    if message and (source := composer.source(cited, quoting=True)):
        return (*message, inline.Run("", note=source))
    return message


def _index(composer: Composer) -> tuple[document.IndexTerm, ...]:
    """Return what an index would list; none where there are too few for it to be of use."""
    wish, terms = composer.outline.handout.index, shared.terms(composer)
    if wish == "never" or (wish == "auto" and len(terms) < _INDEXED):
        return ()
    plain = ((inline.plain(term.term), term.reading) for term in terms)
    return tuple(document.IndexTerm(t, read or composer.material.reading(t)) for t, read in plain)


def _glossary(composer: Composer) -> tuple[document.Section, ...]:
    terms = shared.terms(composer)
    if not (composer.outline.handout.glossary and terms):
        return ()
    title = composer.label("glossary-title")
    return (document.Section("glossary", "", title, blocks=(document.Glossary(terms),)),)


def _references(composer: Composer) -> tuple[document.Section, ...]:
    entries = shared.references(composer)
    if not (composer.outline.handout.sources and entries):
        return ()
    title = composer.label("sources-title")
    return (document.Section("sources", "", title, blocks=(document.References(entries),)),)
