# Written by `make generate` from openapi.yaml; never edited.
"""The operations of the API, as `gigstack_api.operations.<resource>.<operation>`.

Each is a module. `build(...)` takes the arguments of the method of the resource and
describes the call without sending it; `await gig.request(...)` sends it and gives the
whole response. `ROUTE` holds what the spec says about the operation.
"""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import auth as auth
    from . import clients as clients
    from . import draft_invoices as draft_invoices
    from . import egress_invoices as egress_invoices
    from . import income_invoices as income_invoices
    from . import invoices as invoices
    from . import payment_complements as payment_complements
    from . import payments as payments
    from . import receipts as receipts
    from . import retentions as retentions
    from . import sat_download as sat_download
    from . import sat_invoices as sat_invoices
    from . import sat_lists as sat_lists
    from . import services as services
    from . import teams as teams
    from . import users as users
    from . import webhooks as webhooks
