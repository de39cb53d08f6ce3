"""Imports a file of clients, and mails what came of it.

Reads GIGSTACK_API_KEY, GIGSTACK_API_BASE_URL, MAIL_TO, MAIL_FROM, SMTP_HOST and SMTP_PORT.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from gigstack_api import Gigstack

from . import mail
from .sync import sync


def main() -> int:
    """The exit code of a night: that of the import, or 3 if the mail was not sent."""
    parser = argparse.ArgumentParser(prog="python -m examples.nightly_sync")
    parser.add_argument("file", type=Path, help="the export: .csv, .xlsx, .jsonl or .parquet")
    parser.add_argument("--folder", type=Path, default=Path("sync"), help="for journal and report")
    arguments = parser.parse_args()
    file: Path = arguments.file
    night = sync(file, arguments.folder, Gigstack)
    message = mail.write(
        night,
        file=file.name,
        sender=os.environ.get("MAIL_FROM", "gigstack-sync@localhost"),
        recipient=os.environ.get("MAIL_TO", "root@localhost"),
    )
    try:
        mail.send(
            message,
            host=os.environ.get("SMTP_HOST", "localhost"),
            port=int(os.environ.get("SMTP_PORT", "25")),
        )
    except OSError as error:
        # cron mails what a job prints.
        print(f"the mail was not sent ({error}):\n\n{message.get_content()}", file=sys.stderr)
        return 3
    return night.exit_code


if __name__ == "__main__":
    sys.exit(main())
