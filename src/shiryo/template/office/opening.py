"""A company's file, read in a process of its own: as what a stranger wrote, within bounds."""

from functools import lru_cache

from shiryo import limits, worker
from shiryo.diagnostics import Failed, diagnose
from shiryo.template.office.model import Office
from shiryo.template.office.reading import read


@lru_cache(maxsize=4)
def opened(data: bytes) -> Office:
    """Return what a file says. Raises Failed where it cannot serve."""
    try:
        return worker.call(read, data)
    except worker.Stopped as stopped:
        values = {"seconds": limits.READ_SECONDS, "megabytes": limits.READ_MEGABYTES}
        raise Failed(diagnose(f"template.office-{stopped.bound}", **values)) from None
