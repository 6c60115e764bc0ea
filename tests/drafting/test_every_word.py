"""Whatever is nested in what, each word of a Markdown file or web page is read and told."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from shiryo import article, drafting
from shiryo.outline.writing import dump

Block = list[str]
"""Lines, with ``{}`` for words that stand nowhere else."""

_WORDS = "第{}の札の話"
_INLINE = [
    "{}です。",
    "**{}**である。",
    "![図](a.png) {}です。",
    "{}[綴り](https://example.jp)です。",
]
_MARKDOWN = [
    ["{}です。", "![](a.png)"],
    ["![](a.png)", "{}です。"],
    ["```", "{}", "```"],
    ["| {} | 値 |", "|---|---|", "| {} | 一 |"],
    ["<p>{}です。</p>"],
    ["<dl><dt>{}</dt><dd>{}です。</dd></dl>"],
    ["![{}](a.png)"],
    ["{}", ": {}です。"],
    *([text] for text in _INLINE),
]
_HTML = [
    ["<p>{}です。</p>"],
    ["{}です。"],
    ["<p><img src=a.png alt={}></p>"],
    ["<p>{}です。<img src=a.png></p>"],
    ["<pre>{}</pre>"],
    ["<table><tr><th>{}</th><th>値</th></tr><tr><td>{}</td><td>一</td></tr></table>"],
    ["<dl><dt>{}</dt><dd>{}です。</dd></dl>"],
    ["<details><summary>{}</summary>{}です。</details>"],
    ["<figure><img src=a.png><figcaption>{}</figcaption></figure>"],
]


def _item(mark: str, parts: list[Block]) -> Block:
    lines = [line for part in parts for line in ("", *part)][1:]
    return [f"{mark} {lines[0]}", *(" " * (len(mark) + 1) + line for line in lines[1:])]


def _quoted(parts: list[Block]) -> Block:
    return [f"> {line}" for part in parts for line in ("", *part)][1:]


def _within(tag: str, parts: list[Block]) -> Block:
    inner = [line for part in parts for line in part]
    return [f"<{tag}>", *inner, *(f"</{name}>" for name in reversed(tag.split("><")))]


def _nested(
    leaves: list[Block], holding: Callable[[st.SearchStrategy[Block]], st.SearchStrategy[Block]]
) -> st.SearchStrategy[list[Block]]:
    return st.lists(
        st.recursive(st.sampled_from(leaves), holding, max_leaves=6), min_size=1, max_size=4
    )


def _some(inner: st.SearchStrategy[Block], most: int = 3) -> st.SearchStrategy[list[Block]]:
    return st.lists(inner, min_size=1, max_size=most)


@given(
    _nested(
        _MARKDOWN,
        lambda inner: (
            st.builds(_item, st.sampled_from(["-", "1."]), _some(inner)) | _some(inner).map(_quoted)
        ),
    )
)
def test_every_word_of_markdown_is_told(blocks: list[Block]) -> None:
    _tell("a.md", "\n\n".join("\n".join(block) for block in [["# 札の題"], ["## 札の節"], *blocks]))


@given(
    _nested(
        _HTML,
        lambda inner: st.builds(
            _within,
            st.sampled_from(["ul><li", "ol><li", "blockquote", "div", "section", "dl><dd"]),
            _some(inner),
        ),
    )
)
def test_every_word_of_a_web_page_is_told(blocks: list[Block]) -> None:
    inner = "\n".join(line for block in blocks for line in block)
    _tell("a.html", f"<h1>札の題</h1><h2>札の節</h2>{inner}")


def _tell(file: str, text: str) -> None:
    count = text.count("{}")
    text = text.replace("{}", _WORDS).format(*range(1, count + 1))
    found, said = article.read(text.encode(), file)
    outline, left = drafting.draft(found, file)
    told = "\n".join([dump(outline), *(each.message for each in (*said, *left))])
    assert [n for n in range(1, count + 1) if f"第{n}の札" not in told] == [], text
