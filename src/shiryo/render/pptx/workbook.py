"""The workbook behind a chart: what PowerPoint opens when its data are edited."""

import io
from collections.abc import Iterable
from datetime import datetime

from xlsxwriter import Workbook

from shiryo.pages import Chart
from shiryo.render.pptx.xml import clean

_MOMENT = datetime(1980, 1, 1)
"""When every workbook was made: the same bytes for the same numbers."""


def column(number: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    while number >= 0:
        letters = chr(65 + number % 26) + letters
        number = number // 26 - 1
    return letters


def workbook(item: Chart) -> bytes:
    """Return the workbook: categories in the first column, a column for each series."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MOMENT})
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 24)
        for row, category in enumerate(item.categories, 1):
            sheet.write_string(row, 0, clean(category))
        for place, series in enumerate(item.series, 1):
            sheet.write_string(0, place, clean(series.name))
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, place, value)
    return buffer.getvalue()


def number_format(values: Iterable[float], unit: str) -> str:
    """Return a format code (§ 18.8.31): thousands apart, as many decimals as are needed, unit."""
    decimals = max((_decimals(value) for value in values), default=0)
    unit = clean(unit).replace('"', "")
    return "#,##0" + ("." + "0" * decimals if decimals else "") + (f'"{unit}"' if unit else "")


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
