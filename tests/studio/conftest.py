"""A browser, and a studio that shows the showcase."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Running, briefing, chromium, drawn, opened, studio, undone


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("showcase")
    briefing(folder)
    with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".") as found:
        yield found


@pytest.fixture
def page(browser: Any, showcase: Running) -> Iterator[Any]:
    found = opened(browser, showcase.address)
    drawn(found, slides=14)
    yield found
    undone(found)
    assert found.faults == []
    found.context.close()
