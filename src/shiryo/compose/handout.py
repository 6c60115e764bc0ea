"""`Outline` → `Handout`: the sections in prose, with their numbers and their sources."""

from dataclasses import replace

from shiryo import document, inline
from shiryo.compose import blocks, shared
from shiryo.compose.material import Composer, Material, union
from shiryo.diagnostics import Diagnostics, Path
from shiryo.document.walk import texts
from shiryo.japanese.readings import reading
from shiryo.outline import model
from shiryo.targets import Own
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
    sections = _sections(composer, material.outline.sections, ("sections",))
    made = around(composer, (*sections, *_glossary(composer), *references(composer)))
    return replace(made, terms=_index(composer)), composer.diagnostics


def frame(material: Material, template: Template) -> document.Handout:
    """Compose a handout of no sections: what stands around slides on paper."""
    return around(Composer(material, template, handout=True), ())


def around(composer: Composer, sections: tuple[document.Section, ...]) -> document.Handout:
    """Return the handout of these sections, numbered, under the outline's title and main points."""
    outline, options = composer.outline, composer.outline.handout
    return document.Handout(
        info=shared.info(composer),
        title=composer.text(outline.title, ("title",)),
        subtitle=composer.text(outline.subtitle, ("subtitle",)),
        byline=composer.added("handout-byline"),
        label=composer.text(outline.label, ("label",)),
        running=composer.added("running"),
        summary=blocks.items(composer, outline.summary, ("summary",)),
        sections=shared.numbered(composer, sections),
        labels=shared.labels(composer),
        paper=options.paper,
        columns=options.columns or composer.theme.handout.columns,
        contents=options.contents,
        index=options.index,
        message=composer.text(outline.message, ("message",)),
    )


def _sections(
    composer: Composer, sections: tuple[model.Section, ...], path: Path
) -> tuple[document.Section, ...]:
    return tuple(
        _section(composer, section, (*path, n))
        for n, section in enumerate(sections)
        if section.only != "deck"
    )


def _section(composer: Composer, section: model.Section, path: Path) -> document.Section:
    made = [
        (block, source.id)
        for n, source in enumerate(section.blocks)
        if source.only != "deck" and (block := blocks.block(composer, source, (*path, "blocks", n)))
    ]
    return document.Section(
        id=section.id,
        number="",
        title=composer.text(section.title, (*path, "title")),
        message=_message(composer, section, path, [block for block, _ in made]),
        blocks=tuple(block for block, _ in made),
        names=tuple(name for _, name in made),
        sections=_sections(composer, section.sections, (*path, "sections")),
        line=composer.line(path),
    )


def _message(
    composer: Composer, section: model.Section, path: Path, below: list[document.Block]
) -> inline.Text:
    """Return the message with a footnote that says where the section comes from.

    Its own footnotes are called in the text ``below`` where that has them as well.
    """
    message = composer.text(section.message, (*path, "message"))
    if any(run.note for run in message):
        called = {note for text in texts(tuple(below)) for note in inline.notes(text)}
        message = tuple(
            run if run.note not in called else replace(run, note=None) for run in message
        )
    cited = union([*section.lines, *blocks.lines(section.blocks)])
    if message and (source := composer.source(cited, quoting=True)):
        return (*message, inline.Run("", note=source, origin=inline.origin(source)))
    return message


def _index(composer: Composer) -> tuple[document.IndexTerm, ...]:
    """Return what an index would list; none where there are too few for it to be of use."""
    wish, terms = composer.outline.handout.index, shared.terms(composer)
    if wish == "never" or (wish == "auto" and len(terms) < _INDEXED):
        return ()
    plain = ((inline.plain(t.term), t.reading, inline.origin(t.term)) for t in terms)
    return tuple(document.IndexTerm(t, read or reading(t), origin) for t, read, origin in plain)


def _glossary(composer: Composer) -> tuple[document.Section, ...]:
    terms = shared.terms(composer)
    if not (composer.outline.handout.glossary and terms):
        return ()
    title = composer.label("glossary-title")
    back = document.Section(
        Own("glossary"), "", title, blocks=(document.Glossary(terms),), counts=False
    )
    return (back,)


def references(composer: Composer) -> tuple[document.Section, ...]:
    """Return the section of the sources; none where it is not wanted or would be empty."""
    entries = shared.references(composer)
    if not (composer.outline.handout.sources and entries):
        return ()
    title = composer.label("sources-title")
    listed = document.References(entries)
    return (document.Section(Own("sources"), "", title, blocks=(listed,), counts=False),)
