"""Writes that no answer shows, each with what a repeat would do. Pure."""

from __future__ import annotations

from ..strategies import Nobody

SILENT: dict[str, Nobody] = {
    "clients.validate": Nobody(
        "a check leaves nothing that tells when it was made; a repeat is harmless"
    ),
    "clients.create_portal_token": Nobody("tokens are not listed; a repeat makes another one"),
    "clients.stamp_pending_receipts": Nobody(
        "it may have stamped some receipts; a repeat stamps only those that are still pending"
    ),
    "clients.upload_csf": Nobody(
        "the client is read from the file, which is not kept; `gig.clients.list(created_gte=...)` may show it"
    ),
    "invoices.resend_email": Nobody("e-mails are not listed; a repeat sends another one"),
    "draft_invoices.preview": Nobody(
        "a preview does not tell when it was made; a repeat is harmless"
    ),
    "teams.get_onboarding_url": Nobody(
        "links are not listed; a repeat makes another one, and the one before may stop working"
    ),
    "teams.sign_manifest": Nobody("no answer shows whether a manifest is signed"),
    "users.reset_password": Nobody("e-mails are not listed; a repeat sends another one"),
    "users.generate_login_link": Nobody("links are not listed; a repeat makes another one"),
    "sat_invoices.generate_pdf": Nobody("a PDF leaves nothing behind; a repeat is harmless"),
    "sat_download.get_invoice_xml": Nobody(
        "no answer shows what was charged; a repeat may take another credit"
    ),
    "auth.signup": Nobody(
        "accounts are not listed; a repeat with the same idempotency key gives the stored answer"
    ),
}
