"""Nothing of an outline that a stranger wrote leads out of its outputs, or hides in them."""

import io
import re
import zipfile

import pikepdf
import pypdfium2
from chain import seed, template

from shiryo import stages
from shiryo.addresses import is_link
from shiryo.characters import UNWANTED
from shiryo.diagnostics import Diagnostics
from shiryo.outline import yaml

HOSTILE = r"""
shiryo: 1
title: "[題](javascript:a)\u202E"
subtitle: "[副題](vbscript:a)\u0007"
organization: "[部署](data:text/html,a)\u2066"
label: "[種類](file:///a)\uFFFE"
message: "[主張](//host/a)"
variables: {v: "[変数](jAvAsCrIpT:a)\u202D"}
source: {file: a.txt, title: 原文, url: "javascript:b"}
summary: ["[要点](a.exe)^[[注](ms-word:a)]", "{{ v }}", "{{ '\\u202e' }}"]
glossary: [{term: "[用語](x:a)", text: "[意味](\\\\host\\a)\uD800"}]
sources: [{title: "[資料](x:b)\u200F", by: "[著者](x:c)", url: "file:///b", date: "[日](x:d)"}]
sections:
  - id: a
    title: "[節](x:e)\u202A"
    brief: "[短く](x:f)"
    notes: "[ノート](x:g)\u2067"
    blocks:
      - bullets: [{title: "[語](x:h)", text: "[文](x:i)", note: "[注](x:j)", full: "[全](x:k)"}]
      - quote: {text: "[引用](x:l)", by: "人\u202B", url: " javascript:c"}
      - table: {columns: ["[列](x:m)\u2069"], rows: [["[マス](x:n)\u061C"]], caption: "[表](x:o)"}
      - figures: [{value: "1\u200E", unit: "本\u202C", label: "[数](x:p)", note: "[補足](x:q)"}]
      - chart: {kind: bar, categories: ["甲\u2028乙"], series: [{name: "系\u202E", values: [1]}],
          unit: "個\u2068", caption: "[図](x:r)", alt: "絵\u202E"}
      - text: "[文章](x:s)。[頁](https://example.jp/%E3%81%82)と[宛先](mailto:a@example.jp)。"
"""


def test_only_pages_and_mailboxes_are_led_to_and_each_other_address_is_named() -> None:
    outputs, found = _built(stages.DECK, stages.HANDOUT)
    targets = {
        target
        for part in _parts(outputs.pptx or b"").values()
        for target in re.findall(r'Target="([^"]*)" TargetMode="External"', part)
    }
    with pikepdf.open(io.BytesIO(outputs.pdf or b"")) as pdf:
        actions = [a.A for page in pdf.pages for a in page.get("/Annots", ()) if "/A" in a]
        targets |= {str(action.URI) for action in actions if "/URI" in action}
    assert targets == {"https://example.jp/%E3%81%82", "mailto:a@example.jp"}
    assert all(map(is_link, targets))
    named = {match[1] for d in found if (match := re.search(r"「(\S*:\S*?)」は", d.message))}
    wrong = set(re.findall(r"x:[a-s]", HOSTILE)) - {
        "x:f",
        "x:g",
        "x:k",
    }  # no agenda, no marks, not whole
    assert wrong <= named


def test_no_character_that_hides_reaches_an_output() -> None:
    outputs, _ = _built(stages.DECK, stages.DECK_PDF, stages.HANDOUT)
    parts = _parts(outputs.pptx or b"")
    assert not [name for name, part in parts.items() if UNWANTED.search(part)]
    for made in (outputs.pdf, outputs.deck_pdf):
        pdf = pypdfium2.PdfDocument(made)
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
        said = "".join(pdf.get_metadata_dict().values())
        assert "引用" in text
        assert not UNWANTED.search((text + said).replace("\r", ""))


def _built(*want: str) -> tuple[stages.Outputs, Diagnostics]:
    loaded, _ = yaml.load(HOSTILE, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template()}
    wanted = frozenset(want)
    return stages.build(loaded, article=seed(), templates=templates, assets={}, want=wanted)


def _parts(package: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return {
            name: files.read(name).decode()
            for name in files.namelist()
            if name.endswith((".xml", ".rels"))
        }
