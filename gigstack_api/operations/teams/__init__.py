# Written by `make generate` from openapi.yaml; never edited.
"""The operations of `gig.teams`, one module each."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from . import add_team_member as add_team_member
    from . import create_team as create_team
    from . import create_team_series as create_team_series
    from . import delete_team as delete_team
    from . import get_team as get_team
    from . import get_team_integrations as get_team_integrations
    from . import get_team_onboarding_url as get_team_onboarding_url
    from . import get_team_series as get_team_series
    from . import list_teams as list_teams
    from . import remove_team_member as remove_team_member
    from . import sign_team_manifest as sign_team_manifest
    from . import update_team as update_team
    from . import update_team_series as update_team_series
    from . import update_team_settings as update_team_settings
    from . import upload_team_csd as upload_team_csd
