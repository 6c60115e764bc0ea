from typing import Any

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from shiryo.article import read
from shiryo.article.readers.drawing import written

from .test_powerpoint import place
from .test_powerpoint import saved as deck_saved
from .test_word import holding, run, saved

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.drawingml"
OF = "http://schemas.openxmlformats.org/drawingml/2006"


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("0.125", "0.0%", "12.5%"), ("12.299999999999999", "General", "12.3"),
        ("1e3", "#,##0", "1000"), ("NaN", "0%", "NaN"),
        ("45748", "yyyy/m/d", "2025年4月1日"), ("45748", 'yyyy"年"m"月"', "2025年4月"),
        ("5", '0"day"', "5"), ("春", "General", "春"), ("-1", "yyyy", "-1"),
        ("1e300", "m", f"{1e300:.0f}"),
    ],
)  # fmt: skip
def test_numbers_of_workbooks_are_written_as_they_are_shown(
    value: str, form: str, shown: str
) -> None:
    assert written(value, form) == shown


def framed(inner: str) -> str:
    return (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing" xmlns:a="{OF}/main" xmlns:r="{REL}"><wp:inline>'
        '<wp:docPr id="1" name="x" descr="森の広さ"/><a:graphic><a:graphicData uri="x">'
        f"{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_part(inner: str, kind: str, xml: str) -> Any:
    document = holding(run("森は広がりました。"), framed(inner))
    part = Part(PackURI(f"/word/drawn/{kind}1.xml"), f"{KIND}.{kind}+xml", xml.encode(),
                document.part.package)  # fmt: skip
    name = document.part.relate_to(part, f"{REL}/{kind}")
    for each in document.element.body.iter():
        for key, value in each.attrib.items():
            if value == "HERE":
                each.set(key, name)
    return document


def points(*values: str) -> str:
    return "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values) if v)


def series(name: str, *values: str) -> str:
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache>{points(name)}</c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:strCache>{points('北', '南')}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode>{points(*values)}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def test_a_chart_of_word_is_a_table_of_the_numbers_that_it_keeps() -> None:
    bars = series("去年", "0.5", "0.25") + series("今年", "", "0.3")
    xml = (
        f'<c:chartSpace xmlns:c="{OF}/chart"><c:chart><c:plotArea><c:barChart>{bars}'
        "</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    inner = f'<c:chart xmlns:c="{OF}/chart" r:id="HERE"/>'
    found = saved(with_part(inner, "chart", xml)).blocks
    assert [(b.kind.value, b.text) for b in found[:2]] == [
        ("paragraph", "森は広がりました。"),
        ("caption", "森の広さ"),
    ]
    assert found[2].cells == (("", "去年", "今年"), ("北", "50%", ""), ("南", "25%", "30%"))


def test_a_chart_whose_part_is_missing_is_named() -> None:
    inner = f'<c:chart xmlns:c="{OF}/chart" r:id="rId99"/>'
    found = saved(holding(run("森は広がりました。"), framed(inner))).blocks
    assert [(b.kind.value, b.text) for b in found[1:]] == [("image", "森の広さ")]


def test_smart_art_is_a_list_by_its_tree() -> None:
    def node(name: str, text: str = "") -> str:
        words = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
        kind = "node" if text else "doc"
        return f'<dgm:pt modelId="{name}" type="{kind}">{words}</dgm:pt>'

    links = [("0", "b", 1), ("0", "a", 0), ("a", "c", 0), ("c", "a", 0)]
    joined = "".join(
        f'<dgm:cxn modelId="l{n}" srcId="{a}" destId="{b}" srcOrd="{order}"/>'
        for n, (a, b, order) in enumerate(links)
    )
    nodes = (
        node("b", "売る") + node("a", "育てる") + node("c", "植える") + node("0") + node("x", "外")
    )
    xml = (
        f'<dgm:dataModel xmlns:dgm="{OF}/diagram" xmlns:a="{OF}/main"><dgm:ptLst>{nodes}'
        f"</dgm:ptLst><dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"
    )
    inner = f'<dgm:relIds xmlns:dgm="{OF}/diagram" r:dm="HERE"/>'
    found = saved(with_part(inner, "diagramData", xml)).blocks[1:]
    assert [(b.kind.value, b.level, b.text) for b in found] == [
        ("item", 0, "育てる"), ("item", 1, "植える"), ("item", 0, "売る"), ("item", 0, "外"),
    ]  # fmt: skip


def test_charts_of_slides_are_tables_too() -> None:
    made = Presentation()
    slide = place(made, ("森の広さ", 1, 1))
    data = CategoryChartData()
    data.categories = ["北", "南"]
    data.add_series("広さ", (12.5, None))
    spots = XyChartData()
    spots.add_series("高さ").add_data_point(1, 20)
    size = (Cm(10), Cm(5))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(4), *size, data)
    slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, Cm(1), Cm(10), *size, spots)
    article, _ = read(deck_saved(made), "a.pptx")
    assert [b.cells for b in article.blocks if b.kind == "table"] == [
        (("", "広さ"), ("北", "12.5"), ("南", "")),
        (("", "高さ"), ("1", "20")),
    ]
