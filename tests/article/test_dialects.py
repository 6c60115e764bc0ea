import pytest

from shiryo.article import read

CASES = [
    (
        "a picture of Zenn has its size beside its address",
        "![棚の図](https://pictures.example/tana.png =400x)\n\n棚は三段。",
        [(1, "image", "棚の図"), (3, "paragraph", "棚は三段。")],
    ),
    (
        "boxes of Qiita and Zenn leave their contents",
        ":::note info\n節電は**「義務」**です。\n:::\n\n:::message alert\n夜も消します。\n:::",
        [(2, "paragraph", "節電は「義務」です。"), (6, "paragraph", "夜も消します。")],
    ),
    (
        "a box that opens has a title",
        ":::details 計算のしかた\n電力に時間を掛けます。\n:::",
        [(1, "paragraph", "計算のしかた"), (2, "paragraph", "電力に時間を掛けます。")],
    ),
    (
        "a box that is a fence leaves its contents, and its options out",
        "```{note}\n:class: dropdown\n夜も消します。\n```\n\n````{admonition} 冬の電気\n"
        "朝から使います。\n```python\nx = 1\n```\n````\n",
        [
            (3, "paragraph", "夜も消します。"),
            (6, "paragraph", "冬の電気"),
            (7, "paragraph", "朝から使います。"),
            (8, "code", "x = 1"),
        ],
    ),
    (
        "an alert of GitHub is no quotation",
        "> [!WARNING]\n> 感電に注意してください。",
        [(2, "paragraph", "感電に注意してください。")],
    ),
    (
        "the caption of a figure is a caption, whatever parts its lines",
        '<figure>\n<img src="a.svg" alt="門" />\n<figcaption>\n{% label "bad" %}\n'
        "字が小さい門。\n\n遠くから読めない。\n{% endlabel %}"
        "\n</figcaption>\n</figure>\n\n門は南にあります。",
        [
            (2, "image", "門"),
            (5, "caption", "字が小さい門。遠くから読めない。"),
            (12, "paragraph", "門は南にあります。"),
        ],
    ),
    (
        "code with the name of its file",
        "```python:app.py\nprint(1)\n```",
        [(1, "code", "print(1)")],
    ),
    (
        "a card is a source",
        "@[card](https://example.jp/w)\n\n[https://example.jp/x:embed:cite]",
        [(1, "citation", "https://example.jp/w"), (3, "citation", "https://example.jp/x")],
    ),
    (
        "a quotation of Hatena",
        ">https://example.jp/q>\n子どもは宝である。\n<<",
        [(1, "citation", "https://example.jp/q"), (2, "quote", "子どもは宝である。")],
    ),
    (
        "a photo of Hatena",
        "[f:id:ume:20250401120000j:plain:alt=庭の梅]\n\n庭です。",
        [(1, "image", "庭の梅"), (3, "paragraph", "庭です。")],
    ),
    ("code of Hatena", ">|python|\n# 題ではない\n||<", [(1, "code", "# 題ではない")]),
    (
        "footnotes inside of the text",
        "電気は減りました((夏の値))。空調も^[『白書』https://example.jp/w]。",
        [
            (1, "paragraph", "電気は減りました。空調も。"),
            (1, "note", "夏の値"),
            (1, "citation", "『白書』https://example.jp/w"),
        ],
    ),
    (
        "ruby",
        "<ruby>節電<rt>せつでん</rt></ruby>と{照明|しょうめい}です。",
        [(1, "paragraph", "節電と照明です。")],
    ),
    (
        "a list of definitions",
        "節電\n: 電気の無駄を減らし、大切に使うことです。",
        [(1, "definition", "電気の無駄を減らし、大切に使うことです。")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, found, id=name) for name, text, found in CASES]
)
def test_dialects(text: str, expected: list[tuple[int, str, str]]) -> None:
    article, _ = read(f"{text}\n\n# 題\n".encode(), "a.md")
    found = [(b.first, b.kind.value, b.text) for b in article.blocks if b.kind != "promotion"]
    assert found[:-1] == expected


@pytest.mark.parametrize(
    "mark", ["[:contents]", "[[toc]]", "{% raw %}", "{{< toc >}}", "[asin:B00:detail]"]
)
def test_marks_for_programs_are_no_text(mark: str) -> None:
    article, _ = read(f"# 題\n\n{mark}\n\n文です。\n".encode(), "a.md")
    assert [b.text for b in article.blocks if b.kind == "paragraph"] == ["文です。"]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: '節電の手引'\npublished_at: 2025-04-01 09:00\n---",
        '+++\ntitle = "節電の手引"\ndate = 2025-04-01T09:00:00+09:00\n+++',
        "export const meta = {\n  title: '節電の手引',\n  date: '2025-04-01',\n};",
        '<!--\n{"id": "7", "title": "節電の手引", "date": "2025-04-01", "draft": false}\n-->',
    ],
)
def test_front_matter_of_zenn_and_hugo(front: str) -> None:
    article, _ = read(f"{front}\n\n文です。\n".encode(), "a.md")
    assert (article.title, article.date) == ("節電の手引", "2025-04-01")


@pytest.mark.parametrize(
    ("component", "text", "href"),
    [
        ('<MailTo email="desk@example.jp" />', "連絡: desk@example.jp", ""),
        (
            '<Button to="https://example.jp/a" label="申込書"/>',
            "連絡: 申込書",
            "https://example.jp/a",
        ),
        ('<Map zoom="3" />', "連絡:", ""),
    ],
)
def test_what_a_component_shows_stands_in_its_attributes(
    component: str, text: str, href: str
) -> None:
    found, _ = read(f"# 会\n\n連絡: {component}\n\n会は六月に開きます。\n".encode(), "a.md")
    block = found.blocks[1]
    said = f"{block.label}: {block.text}" if block.label else block.text
    assert said.strip() == text
    assert [mark.href for mark in block.marks] == ([href] if href else [])


def test_code_that_is_set_in_within_a_box_does_not_end_it() -> None:
    box = "```{note}\n* 次を打ちます。\n    ```\n    lamp on\n    ```\n    灯が点きます。\n```\n"
    text = f"# 灯\n\n{box}\n夜は次のとおりです。\n\n```\nlamp off\n```\n\n灯が消えます。\n"
    blocks = read(text.encode(), "a.md")[0].blocks
    assert [b.text for b in blocks if b.kind == "code"] == ["lamp on", "lamp off"]
    assert [b.text for b in blocks if b.kind == "paragraph"][-1] == "灯が消えます。"


def test_footnotes_that_are_links_of_html_to_each_other() -> None:
    call = '<a id="from-1" href="#to-1">^1</a>'
    note = '<ul>\n<li><a id="to-1" href="#from-1">^1</a>: 夜は除きます。</li>\n</ul>'
    other = '<a href="#far">2</a>'
    text = f"# 橋\n\n橋は{call}人が渡れます。章は{other}です。\n\n{note}\n"
    block = read(text.encode(), "a.md")[0].blocks[1]
    assert block.text == "橋は人が渡れます。章は2です。"
    assert [mark.note.text for mark in block.marks if mark.note] == ["夜は除きます。"]


def test_brackets_of_an_address_are_no_formula() -> None:
    text = "# 橋\n\n[橋](http://example.jp/hashi_\\(kawa\\))は古い。\\(x^2\\)は式である。\n"
    article, _ = read(text.encode(), "a.md")
    assert [link.href for link in article.links] == ["http://example.jp/hashi_(kawa)"]


def test_a_link_whose_address_a_generator_would_put_in_is_its_words() -> None:
    text = (
        '冬の[上着]({{< ref "coat.md" >}} "上着を買った（散歩 2023-07-29）")を脱ぐ。\n\n'
        '冬の[靴]({{% relref "shoes.md" %}}#size)も脱ぐ。\n\n冬の[帽子]( "帽子を買った")も脱ぐ。\n'
    )
    article, _ = read(text.encode(), "a.md")
    assert [b.text for b in article.blocks] == [
        "冬の上着を脱ぐ。",
        "冬の靴も脱ぐ。",
        "冬の帽子も脱ぐ。",
    ]


def test_names_in_bold_of_a_wiki_lose_their_signs_and_code_does_not() -> None:
    text = "* 10:17 ''館の人'' : 朝から並ぶのですか\n* `SELECT ''` は空の文字です\n"
    article, _ = read(text.encode(), "a.md")
    said = " ".join(b.label + b.text for b in article.blocks)
    assert "館の人" in said
    assert "''館" not in said
    assert "SELECT ''" in said
