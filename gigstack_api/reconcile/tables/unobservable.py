"""Writes that no answer shows, each with what repeating it would do."""

from __future__ import annotations

from ..strategies import Unobservable

UNOBSERVABLE: dict[str, Unobservable] = {
    "clients.validate": Unobservable(
        "nothing shows when a client was last validated; repeating it is harmless"
    ),
    "clients.create_portal_token": Unobservable(
        "tokens cannot be listed; repeating it creates another one"
    ),
    "clients.stamp_pending_receipts": Unobservable(
        "it may have stamped some receipts; repeating it stamps only those still pending"
    ),
    "clients.upload_csf": Unobservable(
        "the client comes from the file, which is not kept;"
        " `gig.clients.list(created_gte=...)` may show it"
    ),
    "invoices.resend_email": Unobservable(
        "e-mails cannot be listed; repeating it sends another one"
    ),
    "draft_invoices.preview": Unobservable(
        "a preview does not show when it was made; repeating it is harmless"
    ),
    "teams.get_onboarding_url": Unobservable(
        "links cannot be listed; repeating it creates another one, and the previous one may stop"
        " working"
    ),
    "teams.sign_manifest": Unobservable("no answer shows whether a manifest is signed"),
    "users.reset_password": Unobservable(
        "e-mails cannot be listed; repeating it sends another one"
    ),
    "users.reset_password_by_email": Unobservable(
        "e-mails cannot be listed; repeating it sends another one"
    ),
    "users.generate_login_link": Unobservable(
        "links cannot be listed; repeating it creates another one"
    ),
    "sat_invoices.generate_pdf": Unobservable(
        "generating a PDF leaves no trace; repeating it is harmless"
    ),
    "sat_download.get_invoice_xml": Unobservable(
        "no answer shows what was charged; repeating it may use another credit"
    ),
    "auth.signup": Unobservable(
        "accounts cannot be listed; repeating it with the same idempotency key returns the stored"
        " answer"
    ),
}
