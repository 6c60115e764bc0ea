"""What stands in a web page or in Markdown for programs is never printed; what is left is named."""

import pytest

from shiryo.article import read
from shiryo.article.model import Article, Kind


def web(body: str) -> Article:
    page = f"<!doctype html><html><body><article><h1>題</h1>{body}</article></body></html>"
    return read(page.encode(), "a.html")[0]


def markdown(body: str) -> Article:
    return read(f"# 題\n\n{body}\n".encode(), "a.md")[0]


def said(article: Article) -> list[str]:
    return [b.text for b in article.blocks[1:]]


def left(article: Article) -> dict[str, str]:
    return {d.kind: d.text for d in article.doubts}


@pytest.mark.parametrize(
    ("text", "expected", "named"),
    [
        ("<!-- 8億円は秘密 -->\n公園を直します。", ["公園を直します。"], "comment"),
        ("公園を<!-- 秘密 -->直します。", ["公園を直します。"], "comment"),
        ("<script>\nvar id = 'UA-1';\n</script>\n\n公園です。", ["公園です。"], ""),
        ("<iframe src='//v.example.jp/1'></iframe>\n\n公園です。", ["公園です。"], "program"),
        ("@[youtube](Xy12)\n\n公園です。", ["公園です。"], "program"),
        ("{% include x.html %}\n\n公園です。", ["公園です。"], "program"),
        ('{{< figure src="P.png" >}}\n\n公園です。', ["公園です。"], "program"),
        ("[[toc]]\n\n公園です。", ["公園です。"], "contents"),
        ("<div class='n'>\n\n公園です。\n\n</div>", ["公園です。"], ""),
        (
            "<details>\n<summary>理由</summary>\n\n狭いためです。\n\n</details>",
            ["理由", "狭いためです。"],
            "",
        ),
        ("> [!info] 参考\n> 公園です。", ["参考", "公園です。"], ""),
        ('!!! note "参考"\n    公園です。', ["参考", "公園です。"], ""),
        ('::: {.callout title="参考"}\n公園です。\n:::', ["参考", "公園です。"], ""),
        ("## 公園 {#park .x}\n\n広いです。", ["公園", "広いです。"], ""),
        ("## 公園 {: #park .x}\n\n広いです。", ["公園", "広いです。"], ""),
        ("[園](u.md){:target='_blank'}です。\n{: .note}", ["園です。"], "link"),
        ("##公園\n\n広いです。", ["公園", "広いです。"], ""),
        ("##\n\n広いです。", ["広いです。"], "empty-heading"),
        ("![池](p.png){width=50%}", ["池"], ""),
        ("価格は~~900円~~800円です。", ["価格は800円です。"], "struck"),
        ("価格は<del>900円</del>800円です。", ["価格は800円です。"], "struck"),
        ("次の![池](p.png)の図です。", ["次の池の図です。", "池"], ""),
        ("- ![池](p.png)\n- 広いです", ["池", "広いです"], ""),
        ("面積は10<sup>6</sup>m^2^、H~2~Oです。", ["面積は10⁶m²、H₂Oです。"], ""),
        ("式は$V=a*b*c$と$\\frac{1}{2}$です。", ["式はV=a*b*cと1/2です。"], ""),
        ("平均は$\\bar X$、割合は$\\hat p$です。", ["平均はX̄、割合はhat pです。"], ""),
        ("$$\nE = c^2 \\sqrt{m}\n$$", ["E=c²√m"], ""),
        ("5個で$5と$10です。", ["5個で$5と$10です。"], ""),
        ("2*3*4は24です。", ["2*3*4は24です。"], ""),
        ("<ruby>池<rt>いけ</rt></ruby>と｜岸《きし》です。", ["池と岸です。"], ""),
        ("\\- 5度まで冷やします。", ["- 5度まで冷やします。"], ""),
        ("10^6^件と[[頁|名前]]です。", ["10⁶件と名前です。"], ""),
        ("[隣の頁](../b.md)と[上](#top)です。", ["隣の頁と上です。"], "link"),
    ],
)
def test_markdown(text: str, expected: list[str], named: str) -> None:
    article = markdown(text)
    assert said(article) == expected
    assert [*left(article)] == ([named] if named else [])


def test_a_fence_of_four_holds_one_of_three_and_nothing_in_it_is_rewritten() -> None:
    code = "```python\n:::note\n[^1]: 例\n```"
    assert said(markdown(f"````md\n{code}\n````\n\n文です。")) == [code, "文です。"]


def test_html_among_markdown_is_read_as_a_web_page_is() -> None:
    table = markdown("<table><tr><th>品</th><th>数</th></tr><tr><td>米</td><td>9</td></tr></table>")
    assert table.blocks[1].cells == (("品", "数"), ("米", "9"))


def test_front_matter_without_a_title_is_named_and_a_rule_above_prose_is_none() -> None:
    article, _ = read("---\nmarp: true\ntheme: x\n---\n\n公園です。\n".encode(), "a.md")
    assert [b.text for b in article.blocks] == ["公園です。"]
    assert left(article)["settings"] == "marp、theme"
    article, _ = read("---\n\n公園です。\n\n---\n".encode(), "a.md")
    assert [b.text for b in article.blocks] == ["公園です。"]


@pytest.mark.parametrize(
    ("body", "expected", "named"),
    [
        ("<p>10<sup>-3</sup>g、CO<sub>2</sub>、第1<sup>回</sup></p>", ["10⁻³g、CO₂、第1回"], ""),
        ("<p>価格は<s>9円</s>8円です。</p>", ["価格は8円です。"], "struck"),
        ("<p>公園です。</p><p hidden>秘密です。</p>", ["公園です。"], "hidden"),
        (
            '<p>比は<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>と<span class="katex-html"'
            ' aria-hidden="true">12</span>です。</p>',
            ["比は1/2とです。"],
            "",
        ),
        ("<p>式は\\(x^2\\)です。</p>", ["式はx²です。"], ""),
        ("<p>会は<time>2025年4月1日</time>に開く。</p>", ["会は2025年4月1日に開く。"], ""),
        ('<h2><a class="header" href="#b">概要</a></h2><p>文です。</p>', ["概要", "文です。"], ""),
        ("<h2>業務の<br>見直し</h2><h2>第1部<br>総則</h2>", ["業務の見直し", "第1部　総則"], ""),
        ('<section id="menu"><h2>献立</h2><p>魚です。</p></section>', ["献立", "魚です。"], ""),
        ("<aside>休みは火曜です。</aside><p>文です。</p>", ["休みは火曜です。", "文です。"], ""),
        ('<ul class="share"><li><a href="x">共有</a></li></ul><p>文です。</p>', ["文です。"], ""),
        ("<table><tr><td></td><td>人数は。</td></tr></table>", ["人数は。"], ""),
        ('<div class="step-item"><img src="a.png" alt=""></div><p>文です。</p>', ["文です。"], ""),
        ("<p>高橋　一郎が述べた。</p>", ["高橋　一郎が述べた。"], ""),
        ("<ul><li>池<table><tr><th>幅</th><td>2m</td></tr></table></li></ul>", ["池", "幅 2m"], ""),
    ],
)  # fmt: skip
def test_web_pages(body: str, expected: list[str], named: str) -> None:
    article = web(body)
    assert said(article) == expected
    assert [*left(article)] == ([named] if named else [])


def test_what_is_only_set_in_is_no_quotation() -> None:
    body = (
        "<ul><li>降りた後に<blockquote>綱を解くのを待つ</blockquote></li></ul>"
        "<blockquote><ul><li>犬は籠に入れる</li></ul></blockquote>"
        "<ul><li>言葉<blockquote>海は広い<cite>北の本</cite></blockquote></li></ul>"
    )
    found = [(b.kind, b.level, b.text) for b in web(body).blocks[1:]]
    assert found == [
        (Kind.ITEM, 0, "降りた後に"),
        (Kind.ITEM, 1, "綱を解くのを待つ"),
        (Kind.ITEM, 0, "犬は籠に入れる"),
        (Kind.ITEM, 0, "言葉"),
        (Kind.QUOTE, 0, "海は広い"),
        (Kind.CITATION, 0, "北の本"),
    ]


def test_lines_of_a_cell_stay_lines() -> None:
    cell = "港大学<br>東 一郎<p>北海社</p>"
    rows = f"<tr><th>役</th><th>人</th></tr><tr><td>司会</td><td>{cell}</td></tr>"
    assert web(f"<table>{rows}</table>").blocks[1].cells[1] == ("司会", "港大学\n東 一郎\n北海社")


def test_cells_of_a_table_in_a_table_stay_apart_and_terms_share_what_is_said() -> None:
    inner = "<table><tr><td>人件費</td><td>12万円</td></tr></table>"
    table = (
        f"<table><tr><th>項目</th><th>内訳</th></tr><tr><td>費用</td><td>{inner}</td></tr></table>"
    )
    assert web(table).blocks[1].cells[1] == ("費用", "人件費 12万円")
    terms = web("<dl><dt>池</dt><dt>沼</dt><dd>水のたまった所のことです。</dd></dl>")
    assert terms.blocks[1].label == "池、沼"


@pytest.mark.parametrize(
    ("list_", "labels"),
    [
        ("<ol reversed><li>銅</li><li>銀</li></ol>", ["2.", "1."]),
        ('<ol type="A" start="3"><li>銅</li><li>銀</li></ol>', ["C.", "D."]),
        ('<ol type="i"><li>銅</li><li value="4">銀</li></ol>', ["i.", "iv."]),
    ],
)
def test_numbers_of_lists_are_the_authors(list_: str, labels: list[str]) -> None:
    numbers = [b.number for b in web(list_).blocks if b.kind is Kind.ITEM]
    assert [n.written for n in numbers if n] == labels


@pytest.mark.parametrize(
    "line",
    [
        "①受注、②発注、③在庫の三つを見直すことを決めた。",
        "１）東京、２）大阪の二か所で試す予定である。",
        "※印の項目は、総務課が定めることになっている。",
        "(1)式から、費用は人数に比例することが分かった。",
        "→は処理の流れを表す記号として使うことにした。",
        "■は完了した作業を表すものとして使っている。",
    ],
)
def test_a_sentence_about_a_sign_keeps_it(line: str) -> None:
    article, _ = read(
        f"記号の意味\n\n{line}\n\n次の文では、別のことを述べている。\n".encode(), "a.txt"
    )
    assert (Kind.ITEM, line) not in [(b.kind, b.text) for b in article.blocks]
    assert line in [b.text for b in article.blocks]


@pytest.mark.parametrize("line", ["①受注の方法", "・はじめに決めること", "(1) 目的を定める。"])
def test_items_stay_items(line: str) -> None:
    article, _ = read(f"手順は次のとおりです。\n\n{line}\n{line}\n".encode(), "a.txt")
    assert [b.kind for b in article.blocks][-2:] == [Kind.ITEM, Kind.ITEM]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_day_that_no_calendar_has_is_no_date_and_is_named(name: str) -> None:
    article, _ = read("公園の改修\n\n2025年2月30日に公園の改修を始めます。\n".encode(), name)
    assert article.date == ""
    assert left(article)["day"] == "2025年2月30日に公園の改修を始めます。"


def test_a_sentence_ends_after_its_address() -> None:
    article = markdown("出典：中央市『白書』 https://example.jp/w.")
    assert article.blocks[1].href == "https://example.jp/w"
