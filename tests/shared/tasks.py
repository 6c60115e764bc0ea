"""What processes of a pool do in tests: they die, hang and swallow memory when they are told to."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Task = tuple[str, Any]


def prepare(folder: str) -> Callable[[Task], Any]:  # noqa: C901 (a case for each harm)
    if folder == "no":
        raise ValueError("not to be prepared")
    if folder == "dies":
        os._exit(3)

    def work(task: Task) -> Any:
        kind, value = task
        match kind:
            case "double":
                return value * 2
            case "process":
                time.sleep(0.05)
                return os.getpid()
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "die-once":
                flag = Path(folder) / f"once-{value}"
                if not flag.exists():
                    flag.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case "hang":
                signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
                while True:
                    pass
            case "swallow":
                return len(bytearray(4_000_000_000))
            case "much":
                return "x" * value
        return value

    return work
