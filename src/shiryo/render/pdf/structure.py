"""The structure tree, and what leads to it from the pages (ISO 32000-1, 14.7).

A long file has tens of thousands of elements, and a library that holds each as an object takes two
kilobytes for it. So the file is saved without them, and they are written behind it as bytes.
"""

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from shiryo.render.pdf.tags import Annotation, Content, Node, Tags


def prepare(pdf: Pdf, tags: Tags) -> None:
    """Let the pages and links of a file say where in the tree of their parents they are found."""
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
    pages = [page.obj for page in pdf.pages]
    for number, (_, link) in enumerate(_links(tags), len(pages)):
        pages[link.page].Annots[link.number].StructParent = number
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))


def objects(pdf: Pdf, first: int, tags: Tags, leftwards: bool) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of the tree by their numbers, new ones from ``first`` on.

    ``pdf`` has been prepared and saved: pages and links have the numbers that they keep.
    """
    root, document, first = pdf.Root.StructTreeRoot.objgen[0], first, first + 1
    pages = [page.obj for page in pdf.pages]
    for number, (node, _) in enumerate(_nodes(tags.roots, None), first):
        node.number = number
        first = number + 1
    nums = list[str]()
    for at, nodes in enumerate(tags.pages[: len(pages)]):
        nums.append(f"{at} {first} 0 R")
        yield first, _array(nodes)
        first += 1
    for at, (node, _) in enumerate(_links(tags), len(pages)):
        nums.append(f"{at} {node.number} 0 R")
    yield first, f"<</Nums[{' '.join(nums)}]>>".encode()
    tree = f"/K {document} 0 R/ParentTree {first} 0 R/ParentTreeNextKey {len(nums)}"
    yield root, f"<</Type/StructTreeRoot{tree}>>".encode()
    way = "/A<</O/Layout/WritingMode/TbRl>>" if leftwards else ""
    roots = _array(tags.roots).decode()
    yield document, f"<</Type/StructElem/S/Document/P {root} 0 R/K{roots}{way}>>".encode()
    for node, parent in _nodes(tags.roots, None):
        yield node.number, _element(node, parent.number if parent else document, pages)


def _nodes(nodes: Sequence[Node], parent: Node | None) -> Iterator[tuple[Node, Node | None]]:
    """Yield each node, and its parent, before its parts."""
    for node in nodes:
        yield node, parent
        yield from _nodes([kid for kid in node.kids if isinstance(kid, Node)], node)


def _links(tags: Tags) -> Iterator[tuple[Node, Annotation]]:
    """Yield each link and the node that it belongs to, in the order of their ``StructParent``."""
    for node, _ in _nodes(tags.roots, None):
        yield from ((node, kid) for kid in node.kids if isinstance(kid, Annotation))


def _array(nodes: Sequence[Node]) -> bytes:
    return f"[{' '.join(f'{node.number} 0 R' for node in nodes)}]".encode()


def _element(node: Node, parent: int, pages: Sequence[pikepdf.Object]) -> bytes:
    kind = node.element.kind
    if kind == "Link" and not node.is_linked:
        kind = "Span"  # Its target is not in the file.
    own = min((kid.page for kid in node.kids if isinstance(kid, Content)), default=-1)
    parts = [f"/Type/StructElem/S/{kind}/P {parent} 0 R".encode()]
    parts += [b"/%s %s" % (key.encode(), value.unparse()) for key, value in _about(node)]
    if kids := [_kid(kid, own, pages) for kid in node.kids]:
        parts.append(
            f"/K {kids[0]}".encode() if len(kids) == 1 else f"/K[{' '.join(kids)}]".encode()
        )
    if own >= 0:
        parts.append(f"/Pg {_number(pages[own])} 0 R".encode())
    return b"<<%s>>" % b"".join(parts)


def _kid(kid: Node | Content | Annotation, own: int, pages: Sequence[pikepdf.Object]) -> str:
    """Return a part of an element whose own page is ``own``: there a number is enough."""
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    if isinstance(kid, Content) and kid.page == own:
        return str(kid.number)
    page = pages[kid.page]
    if isinstance(kid, Content):
        return f"<</Type/MCR/Pg {_number(page)} 0 R/MCID {kid.number}>>"
    annotation = _number(page.Annots[kid.number])
    return f"<</Type/OBJR/Pg {_number(page)} 0 R/Obj {annotation} 0 R>>"


def _number(found: pikepdf.Object) -> int:
    return found.objgen[0]


def _about(node: Node) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield what is said of an element: its attributes (14.8.5), its words, its name."""
    element = node.element
    if element.alt:
        yield "Alt", String(element.alt)
    if element.lang:
        yield "Lang", String(element.lang)
    if element.numbering:
        yield "A", Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if element.scope:
        yield "A", Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if node.box:
        box = Array([round(edge, 3) for edge in node.box])
        yield "A", Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    if element.kind == "Note":
        yield "ID", String("note-" + "-".join(map(str, element.key)))
