# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.users`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import create_user as create_user
    from . import generate_user_login_link as generate_user_login_link
    from . import get_user as get_user
    from . import list_users as list_users
    from . import reset_user_password as reset_user_password
    from . import reset_user_password_by_email as reset_user_password_by_email
    from . import update_user as update_user
