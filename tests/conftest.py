"""``pytest --golden`` writes the expected texts of ``tests/golden`` anew."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A landing is not decided by chance; at a desk every run looks for new cases. Nowhere is a test
# decided by how busy the machine is.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "desk")


@pytest.fixture(autouse=True, scope="session")
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what commands remember out of the home folder of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("SHIRYO_ROOT", raising=False)
        yield


SLOW = {
    "end_to_end", "test_any_bytes.py", "test_batch.py", "test_cluster.py", "test_deck.py",
    "test_deep.py", "test_dist.py", "test_faults.py", "test_faults_of_batches.py", "test_fuzzed.py",
    "test_handout.py", "test_hostile_office.py", "test_interrupts.py", "test_onepage.py",
    "test_pagemaking.py", "test_pool.py", "test_pdf_conformance.py", "test_pdf_structure.py",
    "test_pdf_vertical.py",
    "test_pptx.py", "test_pptx_office.py", "test_process.py", "test_regular_expressions.py",
    "test_slides.py", "test_store.py", "test_svg.py", "test_terminal.py", "test_worker.py",
    "test_yaml.py",
    "test_a_build_needs_nobody_who_reads_its_messages", "test_one_page_says_what_it_leaves_out",
    "test_threads_get_what_one_gets_alone",
}  # fmt: skip
"""Folders, files and tests that take long: `make quick` leaves them to `make test`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if SLOW & {item.path.name, item.path.parent.name, item.name.partition("[")[0]}:
            item.add_marker(pytest.mark.slow)


GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write expected texts anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return what compares a text with the expected one of a name, or writes it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{name} differs: see `make golden`"

    return compare
