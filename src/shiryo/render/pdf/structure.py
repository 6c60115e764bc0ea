"""The structure tree, and what leads to it from the pages (ISO 32000-1, 14.7).

A long file has tens of thousands of elements, and a library that holds each as an object takes two
kilobytes for it. So the file is saved without them, and they are written behind it as bytes.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from shiryo.pages import Element
from shiryo.render.pdf.tags import NONE, Annotation, Content, Part, Tags, Tree


def prepare(pdf: Pdf, tree: Tree) -> None:
    """Let the pages and links of a file say where in the tree of their parents they are found."""
    pages = [page.obj for page in pdf.pages]
    for number, page in enumerate(pages):
        page.StructParents = number
        page.Tabs = Name.S
    for number, (_, link) in enumerate(_links(tree), len(pages)):
        pages[link.page].Annots[link.number].StructParent = number
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))


def objects(pdf: Pdf, first: int, tree: Tree, leftwards: bool) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of the tree by their numbers, new ones from ``first`` on.

    ``pdf`` has been prepared and saved: pages and links have the numbers that they keep.
    """
    root, document, first = pdf.Root.StructTreeRoot.objgen[0], first, first + 1
    file = _File(pdf, tree, document)
    for number, (element, _) in enumerate(tree.walk(), first):
        file.numbers[element] = number
        first = number + 1
    nums = list[str]()
    for at, elements in enumerate(tree.tags.pages[: len(file.pages)]):
        nums.append(f"{at} {first} 0 R")
        yield first, file.array(elements)
        first += 1
    for at, (element, _) in enumerate(_links(tree), len(file.pages)):
        nums.append(f"{at} {file.numbers[element]} 0 R")
    yield first, f"<</Nums[{' '.join(nums)}]>>".encode()
    parents = f"/K {document} 0 R/ParentTree {first} 0 R/ParentTreeNextKey {len(nums)}"
    yield root, f"<</Type/StructTreeRoot{parents}>>".encode()
    way = "/A<</O/Layout/WritingMode/TbRl>>" if leftwards else ""
    roots = file.array([part for part in tree.parts() if isinstance(part, int)]).decode()
    yield document, f"<</Type/StructElem/S/Document/P {root} 0 R/K{roots}{way}>>".encode()
    for element, parent in tree.walk():
        yield file.numbers[element], file.element(element, parent)


def _links(tree: Tree) -> Iterator[tuple[int, Annotation]]:
    """Yield each link with its element, in the order of their ``StructParent``."""
    linked = tree.tags.linked()
    for element in (number for number, _ in tree.walk() if number in linked):
        yield from ((element, kid) for kid in tree.parts(element) if isinstance(kid, Annotation))


class _File:
    """Writes elements with the numbers of a file."""

    def __init__(self, pdf: Pdf, tree: Tree, document: int) -> None:
        self.tree, self.document = tree, document
        self.pages = [_number(page.obj) for page in pdf.pages]
        self.links = [_numbers(page.obj.get("/Annots", Array())) for page in pdf.pages]
        self.numbers = array("i", [0]) * len(tree.tags.kinds)
        """Of the object of each element."""

    def array(self, elements: Sequence[int]) -> bytes:
        return f"[{' '.join(f'{self.numbers[element]} 0 R' for element in elements)}]".encode()

    def element(self, element: int, parent: int) -> bytes:
        kind, found = self.tree.tags.kinds[element], list(self.tree.parts(element))
        if kind == "Link" and not any(isinstance(kid, Annotation) for kid in found):
            kind = "Span"  # Its target is not in the file.
        own = min((kid.page for kid in found if isinstance(kid, Content)), default=-1)
        above = self.document if parent == NONE else self.numbers[parent]
        parts = [f"/Type/StructElem/S/{kind}/P {above} 0 R".encode()]
        about = _about(self.tree.tags, element)
        parts += [b"/%s %s" % (key.encode(), value.unparse()) for key, value in about]
        if kids := [self._kid(kid, own) for kid in found]:
            parts.append(
                f"/K {kids[0]}".encode() if len(kids) == 1 else f"/K[{' '.join(kids)}]".encode()
            )
        if own >= 0:
            parts.append(f"/Pg {self.pages[own]} 0 R".encode())
        return b"<<%s>>" % b"".join(parts)

    def _kid(self, kid: Part, own: int) -> str:
        """Return a part of an element whose own page is ``own``: there a number is enough."""
        if isinstance(kid, int):
            return f"{self.numbers[kid]} 0 R"
        if isinstance(kid, Content) and kid.page == own:
            return str(kid.number)
        page = self.pages[kid.page]
        if isinstance(kid, Content):
            return f"<</Type/MCR/Pg {page} 0 R/MCID {kid.number}>>"
        annotation = self.links[kid.page][kid.number]
        return f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>"


def _number(found: pikepdf.Object) -> int:
    return found.objgen[0]


def _numbers(found: pikepdf.Object) -> list[int]:
    """Return the numbers of the objects that an array refers to, which are not looked at."""
    return [int(number) for number in found.unparse().strip(b"[] ").split()[::3]]


def _of_cell(element: Element) -> dict[str, Any]:
    """Return what is said of a cell: what its head is about, what it takes besides its place."""
    said: dict[str, Any] = {"Scope": Name(f"/{element.scope}")} if element.scope else {}
    said |= {"ColSpan": element.columns} if element.columns > 1 else {}
    return said | ({"RowSpan": element.rows} if element.rows > 1 else {})


def _about(tags: Tags, number: int) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield what is said of an element: its attributes (14.8.5), its words, its name."""
    element = tags.about.get(number)
    if element and element.alt:
        yield "Alt", String(element.alt)
    if element and element.lang:
        yield "Lang", String(element.lang)
    if element and element.numbering:
        yield "A", Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if element and (said := _of_cell(element)):
        yield "A", Dictionary(O=Name.Table, **said)
    if box := tags.boxes.get(number):
        edges = Array([round(edge, 3) for edge in box])
        yield "A", Dictionary(O=Name.Layout, Placement=Name.Block, BBox=edges)
    if element and element.kind == "Note":
        yield "ID", String("note-" + "-".join(map(str, element.key)))
