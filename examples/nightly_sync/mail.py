"""The report of a night as a mail. It holds numbers of rows and codes, and no personal data."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage

from .sync import Night

TIMEOUT_S = 30.0


def write(night: Night, *, file: str, sender: str, recipient: str) -> EmailMessage:
    """The mail about a night."""
    message = EmailMessage()
    message["From"], message["To"] = sender, recipient
    counted = ", ".join(f"{count} {outcome}" for outcome, count in sorted(night.outcomes.items()))
    result = {0: "done", 1: "some rows failed", 2: "wrong file", 3: "ended early"}[night.exit_code]
    message["Subject"] = f"gigstack sync: {result}"
    lines = [f"{file}: {counted or 'nothing was sent'}"]
    if night.problem:
        lines += ["", night.problem]
    if night.bad_rows:
        lines += ["", "Rows that need a look:"]
        lines += [f"  row {each.row}: {each.outcome}, {each.code}" for each in night.bad_rows]
    if night.report:
        lines += ["", f"All rows: {night.report}"]
    message.set_content("\n".join(lines) + "\n")
    return message


def send(message: EmailMessage, *, host: str, port: int) -> None:
    """Gives a mail to the mail server of this machine or network.

    Raises:
        OSError: it does not take it.
    """
    with smtplib.SMTP(host, port, timeout=TIMEOUT_S) as server:
        server.send_message(message)
