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

    try:
        cli(prog_name="corpus-clean")
    except Exception:
        import traceback

        traceback.print_exc()
        print("corpus-clean: internal error; please report it with the lines above", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
