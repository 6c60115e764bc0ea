"""Tables of all formats say the same, and what is no table is said, with its row."""

import datetime as dt
import io
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from shiryo import limits
from shiryo.batch.rows import Row, table
from shiryo.diagnostics import Failed


def read(data: bytes, name: str = "a.csv") -> tuple[tuple[str, ...], list[Row]]:
    found = table(io.BytesIO(data), name)
    return found.head, list(found.rows)


def code(data: bytes, name: str = "a.csv") -> tuple[str, int | None]:
    with pytest.raises(Failed) as failed:
        read(data, name)
    (problem,) = failed.value.diagnostics
    return problem.code, problem.span.line if problem.span else None


def book(*rows: list[object]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


def test_formats_say_the_same() -> None:
    text = "市,人口,調査日\n札幌市,10,2025-10-01\n\n小樽市,,\n"
    wanted = [("札幌市", 10, "2025-10-01"), ("小樽市", "", "")]
    sheet = book(
        ["市", "人口", "調査日"], ["札幌市", 10, dt.date(2025, 10, 1)], [], ["小樽市", None, None]
    )
    for data, name in (
        (text.encode(), "a.csv"),
        (text.encode("utf-8-sig"), "a.csv"),
        (text.encode("cp932"), "A.CSV"),
        (text.replace("\n", "\r\n").encode(), "a.csv"),
        (text.replace(",", "\t").encode(), "a.tsv"),
        (sheet, "a.xlsx"),
    ):
        head, rows = read(data, name)
        assert head == ("市", "人口", "調査日")
        assert [tuple(map(str, row.cells)) for row in rows] == [tuple(map(str, w)) for w in wanted]
        assert [row.at for row in rows] == [2, 4]


def test_parquet_says_the_same() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    out = io.BytesIO()
    columns = {"市": ["札幌市", "小樽市"], "人口": [10, None], "日": [dt.date(2025, 10, 1)] * 2}
    parquet.write_table(pyarrow.table(columns), out)
    head, rows = read(out.getvalue(), "a.parquet")
    assert head == ("市", "人口", "日")
    assert [row.cells for row in rows] == [
        ("札幌市", 10, "2025-10-01"),
        ("小樽市", "", "2025-10-01"),
    ]
    assert code(b"PAR1 but not really", "a.parquet")[0] == "batch.unreadable"


def test_a_cell_holds_lines_and_commas_where_it_is_quoted() -> None:
    _, (first, second) = read('市,文\n札幌市,"一行目\n二,行目"\n小樽市,三\n'.encode())
    assert first.cells == ("札幌市", "一行目\n二,行目")
    assert (first.at, second.at) == (2, 4)


def test_a_row_that_cannot_be_used_fails_alone() -> None:
    long = "あ" * (limits.BATCH_CHARACTERS + 1)
    _, rows = read(f"市,人口\n札幌市,1,2\n小樽市,3,\n函館市,{long}\n旭川市\n".encode())
    assert [row.problem and row.problem.code for row in rows] == [
        "batch.ragged", None, "batch.long-cell", None,
    ]  # fmt: skip
    assert rows[3].cells == ("旭川市", "")


def test_what_is_no_table_is_said_with_its_line() -> None:
    assert code(b"") == ("batch.no-head", None)
    assert code(b",,\n1,2,3\n") == ("batch.no-head", 1)
    assert code('市,人口\n札幌市,"1\n'.encode()) == ("batch.bad-rows", 2)
    assert code("市\n札\0幌\n".encode()) == ("batch.bad-rows", 2)
    assert code(b"a\x81\n") == ("batch.no-text", None)
    assert code(b"a\n", "a.ods") == ("batch.no-format", None)
    assert code(",".join(f"c{n}" for n in range(501)).encode()) == ("batch.many-columns", None)
    assert code(b"no workbook", "a.xlsx")[0] == "batch.unreadable"


def test_a_workbook_that_unpacks_to_too_much_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BATCH_UNPACKED", 1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 2_000_000)
    assert code(out.getvalue(), "a.xlsx")[0] == "batch.unreadable"


def test_more_rows_than_a_batch_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BATCH", 3)
    assert code(b"a\n1\n2\n3\n4\n")[0] == "batch.many"


def test_rows_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("市,文\n" + "札幌市,長い文である\n" * 60_000, "utf-8")
    tracemalloc.start()
    with path.open("rb") as file:
        assert sum(1 for _ in table(file, "a.csv").rows) == 60_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6_000_000
