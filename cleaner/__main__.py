"""The command `corpus-clean`."""

from __future__ import annotations

import os
import sys

TROUBLE, INTERRUPTED = 2, 130


def main() -> None:
    """Run the command line; answers ``--version`` before anything heavy is imported.

    Exit codes beside those of the commands: 2 when something failed that should not, 130 after Ctrl-C.
    """
    if sys.argv[1:] == ["--version"]:
        from cleaner import __version__

        print(f"corpus-clean {__version__}")
        return
    from cleaner import garbage

    garbage.hold()
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        # Python ends by the signal, whoever has caught it, when that came within code made from text, as named tuples
        # are; with the next such code it forgets.
        exec("")
        print("corpus-clean: interrupted; run the same command again to go on", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(TROUBLE)
    except Exception:
        import traceback

        traceback.print_exc()
        print("corpus-clean: internal error; please report it with the lines above", file=sys.stderr)
        sys.exit(TROUBLE)
    finally:
        _keep()


def _keep() -> None:
    if "cleaner.kept" in sys.modules:
        from cleaner import kept

        kept.save()


def _run() -> int | None:
    import click

    from cleaner.cli import cli

    try:
        code: int | None = cli(prog_name="corpus-clean", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code


if __name__ == "__main__":
    main()
