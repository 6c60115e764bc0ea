import pytest
from lxml import etree, html

from shiryo.article import latex
from shiryo.article.formulas import of_mathml, of_office

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def e(name: str, *texts: str) -> str:
    return f"<m:{name}>{''.join(t(x) if not x.startswith('<') else x for x in texts)}</m:{name}>"


def val(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (t("V=") + e("f", e("num", "4"), e("den", "3")) + t("π")
         + e("sSup", e("e", "r"), e("sup", "3")), "V=4/3πr³"),
        (e("f", e("num", "a+b"), e("den", "2c")), "(a+b)/(2c)"),
        (e("rad", e("deg"), e("e", "3")) + t("+") + e("rad", e("deg", "3"), e("e", "x+1")),
         "√3+³√(x+1)"),
        (e("nary", e("naryPr", val("chr", "∑")), e("sub", "k=1"), e("sup", "n"), e("e", "k")),
         "∑_(k=1)ⁿ k"),
        (e("nary", e("sub", "0"), e("sup", "1"), e("e", "x dx")), "∫₀¹ x dx"),
        (e("d", e("dPr", val("begChr", "["), val("endChr", "]")), e("e", "1"), e("e", "2")),
         "[1|2]"),
        (e("sSup", e("e", e("d", e("e", "a+b"))), e("sup", "2")), "(a+b)²"),
        (e("func", e("fName", "sin"), e("e", "θ")), "sin θ"),
        (e("func", e("fName", e("limLow", e("e", "lim"), e("lim", "n→∞"))), e("e", "n")),
         "lim_(n→∞) n"),
        (e("d", e("e", e("m", e("mr", e("e", "a"), e("e", "b")), e("mr", e("e", "c"))))),
         "(a b; c)"),
        (e("acc", e("accPr", val("chr", "\u0303")), e("e", "a")), "ã"),
        (t("\U0001d446\u2061"), "S"),
    ],
)  # fmt: skip
def test_formulas_of_office_files_read_as_text(formula: str, shown: str) -> None:
    root = etree.fromstring(f'<m:oMath xmlns:m="{M}">{formula}</m:oMath>')
    assert of_office(root) == shown


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E=mc²"),
        ("<mfrac><mn>1</mn><mn>3</mn></mfrac>", "1/3"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a+b)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover>"
         "<msub><mi>a</mi><mi>i</mi></msub>", "∑_(i=0)ⁿ a_i"),
        ("<semantics><mrow><mi>x</mi></mrow><annotation>x</annotation></semantics>", "x"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)"),
    ],
)  # fmt: skip
def test_formulas_of_web_pages_read_as_text(formula: str, shown: str) -> None:
    assert of_mathml(html.fromstring(f"<math>{formula}</math>")) == shown


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (r"x_{ab} = x_a x_b", "x_ab=x_a x_b"),
        (r"v_{max}=3 m", "v_max=3m"),
        (r"x_i^2 + y_{ij}z", "x_i²+y_ij z"),
        (r"T_0^2 T_1", "T₀²T₁"),
        (r"\sum_{k=1}^n k", "∑_(k=1)ⁿk"),
        (r"x_{i1}", "x_(i1)"),
    ],
)
def test_an_index_of_letters_ends_before_the_next_factor(source: str, wanted: str) -> None:
    assert latex.text(source) == wanted
