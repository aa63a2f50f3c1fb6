"""The command `corpus-clean`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; answers ``--version`` before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from cleaner import __version__

        print(f"corpus-clean {__version__}")
        return
    from cleaner.cli import cli

    cli(prog_name="corpus-clean")


if __name__ == "__main__":
    main()
