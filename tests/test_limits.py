import ast
from pathlib import Path

import pytest

from shiryo import limits

SECURITY = Path(__file__).parents[1] / "SECURITY.md"
BEGIN, END = "<!-- limits -->\n", "<!-- /limits -->"


def rows() -> list[str]:
    """Return the rows of the table: each bound with its number and what it bounds."""
    body = ast.parse(Path(limits.__file__).read_text("utf-8")).body
    made = []
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            assert isinstance(after, ast.Expr), f"{name} has no description"
            assert isinstance(after.value, ast.Constant)
            text = " ".join(str(after.value.value).replace("``", "`").split())
            made.append(f"| `{name}` | {getattr(limits, name):,} | {text} |")
    return made


def test_users_can_read_every_bound(request: pytest.FixtureRequest) -> None:
    before, _, rest = SECURITY.read_text("utf-8").partition(BEGIN)
    said, _, after = rest.partition(END)
    table = "\n".join(["| bound | | what |", "|---|--:|---|", *rows(), ""])
    if request.config.getoption("--golden"):
        SECURITY.write_text(before + BEGIN + table + END + after, "utf-8")
        said = table
    assert said == table, "SECURITY.md lists other bounds: see `make golden`"
