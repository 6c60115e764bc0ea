"""What parts of a layout are to a reader."""

from em_fonts import EmFonts

from shiryo.inline import parse
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Para, Style
from shiryo.layout.text.structure import Tree, artifact
from shiryo.pages import Element
from shiryo.units import Rect

STYLE = Style(10, "gothic", 400, "000000", 1.5)
FRAME = Rect(0, 0, 200, 400)
PARAGRAPH = Element("P", (0,))


def path(element: Element | None) -> str:
    names = []
    while element:
        names.append(element.kind)
        element = element.parent
    return " ".join(reversed(names))


def set_(source: str, element: Element | None = PARAGRAPH):
    paras = [Para(parse(source), STYLE, element=element)]
    return Compositor(EmFonts()).box(paras, FRAME)


def test_items_nest_by_their_indents() -> None:
    def item(indent: float) -> Para:
        return Para(parse("項"), STYLE, bullet="・", indent=indent)

    note = Para(parse("注"), STYLE, indent=10)
    after = Para(parse("後"), STYLE)
    paras = Tree().paragraphs([item(10), note, item(20), item(10), after])
    assert [path(para.element) for para in paras] == [
        "L LI LBody",
        "L LI LBody P",
        "L LI LBody L LI LBody",
        "L LI LBody",
        "P",
    ]
    assert path(paras[2].label) == "L LI LBody L LI Lbl"
    first, _, _, last, _ = paras
    assert first.element.parent.parent == last.element.parent.parent, "they are of one list"
    assert first.element.parent != last.element.parent


def test_links_and_ruby_are_parts_of_their_paragraph() -> None:
    [line] = set_("前[甲{漢|かん}乙](https://a.jp)後{字|じ}").lines
    assert [(run.text, path(run.element)) for run in line.runs] == [
        ("前", "P"),
        ("甲", "P Link"),
        ("漢", "P Link Ruby RB"),
        ("かん", "P Link Ruby RT"),
        ("乙", "P Link"),
        ("後", "P"),
        ("字", "P Ruby RB"),
        ("じ", "P Ruby RT"),
    ]
    links = {run.element for run in line.runs if path(run.element) == "P Link"}
    assert len(links) == 1


def test_what_has_no_element_is_an_artifact_with_all_that_is_in_it() -> None:
    runs = set_("前[甲](https://a.jp){漢|かん}", None).lines[0].runs
    assert {run.element for run in runs} == {None}
    repeated = artifact(set_("見出し"))
    assert {run.element for run in repeated.lines[0].runs} == {None}
