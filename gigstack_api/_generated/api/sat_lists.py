# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.sat_lists`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gigstack_api._core.pagination.pager import Pager

    from ..models.sat_list_check import SatListCheck


class SatListsApi(Resource):
    """The methods of `gig.sat_lists`."""

    __slots__ = ()

    def list(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[dict[str, Any]]:
        """List the SAT lists that are tracked.

        Every list of the SAT that gigstack keeps a copy of, with data about its last
        synchronization. Not confirmed by the API's documentation.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.
            resume: Checkpoint of an earlier pager over the same list; the new one continues there.

        Returns:
            A pager: `await` it for the first page or iterate over it for all items. No request is
            sent before that.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_lists.list_sat_lists

        Docs: https://docs.gigstack.io/list-sat-lists-and-sync-status-39959228e0
        """
        with LOADING:
            from ...operations.sat_lists.list_sat_lists import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def check_rfc(
        self,
        rfc: str,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatListCheck:
        """Look an RFC up in the SAT lists.

        Says whether the RFC is on any of the tracked lists and gives every entry found. Not
        confirmed by the API's documentation.

        Args:
            rfc: RFC to check, 12 or 13 characters.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The outcome of the check.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_lists.check_sat_lists_rfc

        Docs: https://docs.gigstack.io/check-an-rfc-against-the-sat-lists-39959229e0
        """
        with LOADING:
            from ...operations.sat_lists.check_sat_lists_rfc import build

        operation = build(
            rfc,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
