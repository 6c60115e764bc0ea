"""``shiryo`` and ``python -m shiryo``."""

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # ``-m`` puts the current folder first, whose modules are not ours: before anything is imported
    # (a module named ``shiryo`` there comes first all the same: ``python -P -m shiryo``).
    try:  # noqa: SIM105 (contextlib would be the folder's)
        sys.path.remove(os.getcwd())  # noqa: PTH109
    except (OSError, ValueError):  # it is gone
        pass


def main() -> None:
    """Run the command line."""
    if _helped():
        return
    from shiryo import interrupts

    interrupts.install()  # before what takes time to import
    from shiryo.cli import main as run

    try:
        run()
    except SystemExit as end:
        interrupts.ignore()
        _leave(end.code)
        raise
    finally:
        interrupts.ignore()


def _leave(code: object) -> None:
    """End the process without taking its values apart one by one: a sixth of a short command.

    What is to be done at the end is done first. Returns, for the interpreter to end in its own way,
    where there are other threads and where a stream cannot be written.
    """
    import atexit
    import threading

    if threading.active_count() > 1 or not isinstance(code, int):
        return
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)


def _helped() -> bool:
    """Print the help as it was stored, before anything is imported; False where it is not asked.

    Click says the same in six times the time: where the screen is narrow, where the program goes by
    another name, and where the text cannot be written.
    """
    if sys.argv[1:] not in (["--help"], ["-h"]) or os.path.basename(sys.argv[0]) != "shiryo":  # noqa: PTH119
        return False
    try:
        if int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) < 80:
            return False
    except ValueError:
        return False
    except OSError:  # no screen
        pass
    try:
        with open(os.path.join(os.path.dirname(__file__), "messages", "help.txt"), "rb") as stored:  # noqa: PTH118, PTH120, PTH123
            sys.stdout.buffer.write(stored.read())
        sys.stdout.buffer.flush()
    except (OSError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    main()
