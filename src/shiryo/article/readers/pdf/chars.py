"""The characters of a page of pdfplumber, with what is read of them and nothing else."""

from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import fix_fontname_bytes


def only(page: Any) -> None:
    """Have ``page`` keep of its characters what `pdf_rows` and the finder of tables look at.

    pdfplumber keeps some twenty values of each, colours too, which takes as long as parsing.
    """
    everything = page.process_object
    left, above = page.mediabox[:2]
    height = page.height

    def process(item: Any) -> dict[str, Any]:
        if not isinstance(item, LTChar):
            found: dict[str, Any] = everything(item)
            return found
        known = item.__dict__
        top, bottom = height - known["y1"] + above, height - known["y0"] + above
        name = known["fontname"]
        return {
            "object_type": "char", "page_number": page.page_number, "text": item.get_text(),
            "x0": known["x0"] + left, "x1": known["x1"] + left, "top": top, "bottom": bottom,
            "doctop": page.initial_doctop + top, "size": known["size"],
            "upright": known["upright"], "tag": known.get("tag"),
            "fontname": fix_fontname_bytes(name) if isinstance(name, bytes) else name,
        }  # fmt: skip

    page.process_object = process
