"""Items that name an address: the name is what is read, and it leads there."""

from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.marks import Mark, letters
from shiryo.article.model import Block, Kind
from shiryo.article.structure import torn
from shiryo.article.structure.recognisers.quotes import ADDRESS

_SOURCE = re.compile(
    r"(?:url|uri|https?|link|source|via|ref|リンク|参[考照]|出[典所]|引用|詳細|原文|公式)[^。]{0,4}",
    re.I,
)
"""What only says that an address follows."""
_BESIDE = re.compile(
    r"(?!\W{0,9}https?:)(?P<name>(?!\d)[^。、:：]{2,60}?)[\s\u3000]*(?P<address>https?://[!-~]+)"
)
"""A name, and the address of what it names."""


def led(block: Block) -> Block:
    """Return an item that says under what name an address is as that name, which leads there."""
    if block.kind is not Kind.ITEM:
        return block
    address = ADDRESS.fullmatch(block.text.strip())
    name = f"{block.label}（{block.detail}）" if block.detail else block.label
    if not block.label and (beside := _BESIDE.fullmatch(block.text)):
        name, address = beside["name"], ADDRESS.fullmatch(beside["address"])
    if not address or not name or _SOURCE.fullmatch(name) or torn.waits(name):
        return block
    marks = (Mark(0, len(letters(name)), href=address[0]),)
    return replace(block, text=name, label="", detail="", marks=marks)
