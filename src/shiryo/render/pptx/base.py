"""A company's file as the package that a deck is made in (ECMA-376-2).

Its parts stay as they are, byte for byte: masters, layouts, themes, pictures, what programs put
beside them. Sample slides go, with what belongs to them alone and whatever leads to them.
"""

import io
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.coreprops import CorePropertiesPart
from pptx.parts.presentation import PresentationPart

from shiryo.pages import PageSet, Table
from shiryo.render.pptx import notes
from shiryo.render.pptx.oxml import Element, element
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.presentation import kinsoku
from shiryo.render.pptx.table import add_style
from shiryo.render.pptx.text import Look

_SIGNED = "digital-signature/origin"
"""A signature of what is about to change."""
_SAMPLES = (CONTENT_TYPE.PML_SLIDE,)
_REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SECTION_LIST = "sectionLst"
_AFTER_KINSOKU = ("p:defaultTextStyle", "p:modifyVerifier", "p:extLst")


def open_base(package: DeckPackage, pages: PageSet, look: Look) -> PresentationPart:
    """Fill a package with the company's file, without its slides; return its presentation."""
    with ZipFile(io.BytesIO(pages.base)) as archive:
        held = {f"/{name}": archive.read(name) for name in archive.namelist() if name[-1] != "/"}
    types = _types(held["/[Content_Types].xml"])
    reached = _reached(held, types)
    parts: dict[PackURI, Part] = {}
    for name in reached:
        parts[PackURI(name)] = _part(package, PackURI(name), types, held[name])
    package._rels.load_from_xml("/", parse_xml(held["/_rels/.rels"]), parts)
    for part in parts.values():
        beside = part.partname.rels_uri
        if beside not in held:
            continue
        listed = parse_xml(held[beside])
        part.load_rels_from_xml(listed, parts)
        lost = {each.rId for each in listed.relationship_lst} - {*part.rels}
        if lost and not isinstance(part, PresentationPart):
            _unlink(part, lost)
        elif not isinstance(part, PresentationPart):
            package.keep(part.partname, held[beside])
    package.take(parts)
    main = package.part_related_by(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    _clear(main._element, pages)
    _complete(package, main, pages, look)
    return main


def layout_parts(package: DeckPackage) -> dict[str, Part]:
    """Return the parts of the layouts by their names."""
    found = (part for part in package.iter_parts())
    return {
        str(part.partname): part
        for part in found
        if part.content_type == CONTENT_TYPE.PML_SLIDE_LAYOUT
    }


def _types(markup: bytes) -> dict[str, str]:
    """Return content types by names of parts and by endings, all in small letters."""
    found = {}
    for each in parse_xml(markup):
        name = each.get("PartName") or each.get("Extension") or ""
        found[name.lower()] = each.get("ContentType", "")
    return found


def _kind(types: dict[str, str], name: str) -> str:
    found = types.get(name.lower()) or types.get(name.rpartition(".")[2].lower(), "")
    return found or "application/octet-stream"


def _reached(held: dict[str, bytes], types: dict[str, str]) -> list[str]:
    """Return the parts that something leads to but for sample slides, in the order of the file."""
    seen, waiting = set[str](), [""]
    while waiting:
        at = waiting.pop()
        folder, base = posixpath.split(at or "/")
        beside = posixpath.join(folder, "_rels", f"{base}.rels")
        for kind, target in _relations(held.get(beside, b""), folder):
            is_sample = _kind(types, target) in _SAMPLES
            if target in held and target not in seen and not is_sample and _SIGNED not in kind:
                seen.add(target)
                waiting.append(target)
    return [name for name in held if name in seen]


def _relations(markup: bytes, folder: str) -> Iterator[tuple[str, str]]:
    for each in parse_xml(markup) if markup else ():
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
            yield each.get("Type", ""), target


def _part(package: DeckPackage, name: PackURI, types: dict[str, str], data: bytes) -> Part:
    kind = _kind(types, name)
    if kind in (CONTENT_TYPE.PML_PRESENTATION_MAIN, CONTENT_TYPE.PML_TEMPLATE_MAIN):
        main = CONTENT_TYPE.PML_PRESENTATION_MAIN
        return PresentationPart.load(name, main, package, data)
    if kind == CONTENT_TYPE.OPC_CORE_PROPERTIES:
        return CorePropertiesPart.load(name, kind, package, data)
    return Part(name, kind, package, data)


def _unlink(part: Part, lost: set[str]) -> None:
    """Take what leads to sample slides out of a part."""
    from lxml import etree

    tree = parse_xml(part.blob)
    for each in [*tree.iter(etree.Element)]:
        leads = {v for k, v in each.attrib.items() if k.startswith(f"{{{_REFERENCES}}}")}
        if leads & lost and (parent := each.getparent()) is not None:
            parent.remove(each)
    part.blob = etree.tostring(tree, encoding="UTF-8", standalone=True, xml_declaration=True)


def _clear(tree: Element, pages: PageSet) -> None:
    """Take the sample slides out of a presentation, and what names them."""
    for name in ("p:sldIdLst", "p:custShowLst"):
        for each in tree.findall(qn(name)):
            tree.remove(each)
    for extensions in tree.findall(qn("p:extLst")):
        for each in list(extensions):
            if len(each) and str(each[0].tag).endswith(f"}}{_SECTION_LIST}"):
                extensions.remove(each)
        if not len(extensions):
            tree.remove(extensions)
    tree.get_or_add_sldIdLst()
    if tree.find(qn("p:kinsoku")) is None:
        after = (tree.find(qn(name)) for name in _AFTER_KINSOKU)
        following = next((each for each in after if each is not None), None)
        made = kinsoku(pages.info.language)
        tree.append(made) if following is None else following.addprevious(made)


def _complete(package: DeckPackage, main: PresentationPart, pages: PageSet, look: Look) -> None:
    """Add what pages need and the file lacks: a notes master, our style of tables."""
    kinds = {relation.reltype for relation in main.rels.values()}
    if RELATIONSHIP_TYPE.NOTES_MASTER not in kinds and any(p.notes for p in pages.pages):
        added = notes.add_master(package, pages, look)
        relation = main.relate_to(added, RELATIONSHIP_TYPE.NOTES_MASTER)
        listed = element("p:notesMasterIdLst", element("p:notesMasterId", r__id=relation))
        main._element.sldMasterIdLst.addnext(listed)
    if any(isinstance(item, Table) for page in pages.pages for item in page.items):
        add_style(package, main, look)
    for relation in main.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.PRES_PROPS:
            _show_all(relation.target_part)


def _show_all(part: Part) -> None:
    """Let a show have all slides where it had some of the samples (§ 19.2.1.30)."""
    if not any(name in part.blob for name in (b"<p:custShow", b"<p:sldRg")):
        return
    from lxml import etree

    tree = parse_xml(part.blob)
    for name in ("p:custShow", "p:sldRg"):
        for each in tree.iter(qn(name)):
            each.getparent().replace(each, element("p:sldAll"))
    part.blob = etree.tostring(tree, encoding="UTF-8", standalone=True, xml_declaration=True)
