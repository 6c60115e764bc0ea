"""Somebody's words with who said them below are a quotation, whatever they are set in."""

import pytest

from shiryo import article
from shiryo.article.model import Kind

SAID = "初めての発表で緊張した。心配は要らなかった。"
BOXES = {
    "a.md": f"# 題\n\n## 節\n\n人に会える。\n\n<aside>\n{SAID}\n<p>\n— WHO\n</p>\n</aside>\n",
    "b.md": f"# 題\n\n## 節\n\n人に会える。\n\n{SAID}\n\n— WHO\n",
    "a.html": f"<h1>題</h1><h2>節</h2><p>人に会える。</p><div><p>{SAID}</p><p>— WHO</p></div>",
}


def kinds(text: str, name: str) -> list[tuple[Kind, str]]:
    read, _ = article.read(text.encode(), name)
    return [(b.kind, b.text) for b in read.blocks if b.kind not in (Kind.HEADING, Kind.IMAGE)]


@pytest.mark.parametrize("who", ["@hanako", "山田花子、「集まりの話」", "山田花子（図書館）"])
@pytest.mark.parametrize("name", BOXES)
def test_a_paragraph_over_its_credit_is_a_quotation(name: str, who: str) -> None:
    found = kinds(BOXES[name].replace("WHO", who), name)
    assert found == [(Kind.PARAGRAPH, "人に会える。"), (Kind.QUOTE, SAID), (Kind.CITATION, who)]


@pytest.mark.parametrize("below", ["— 編集部", "―― はじめに、町の話を教えてください。", "— 窓口"])
def test_a_name_alone_and_what_an_interviewer_asks_are_no_credits(below: str) -> None:
    found = kinds(f"# 題\n\n## 節\n\n町の人が百人集まった。\n\n{below}\n", "a.md")
    assert all(kind is not Kind.QUOTE for kind, _ in found)
