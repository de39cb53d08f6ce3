"""The resource `teams`, whose manifest is signed with the files of the FIEL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._core.files.base64_text import read_base64
from .._core.files.upload import Accepts, FileInput
from .._core.frames import forgets_arguments
from .._generated.api.teams import TeamsApi

if TYPE_CHECKING:
    from ..models import Team

CERTIFICATE = Accepts(media_types=("application/pkix-cert",))

PRIVATE_KEY = Accepts(media_types=("application/pkcs8",))


class Teams(TeamsApi):
    """The calls of `gig.teams`."""

    __slots__ = ()

    @forgets_arguments
    async def sign_manifest(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        key: FileInput,
        cert: FileInput,
        password: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Signs the Carta Manifiesto of a team with its FIEL (e.firma), not with the CSD.

        The files are read once, off the event loop, and sent as Base64.

        Args:
            id: Id of the team (`team_…`), or the team itself.
            team: Id of the team to act for; by default that of the client or view.
            key: Private key of the FIEL, a .key file: a `Path`, bytes or a binary file object. A
                `str` is its Base64 text, not a path.
            cert: Certificate of the FIEL, a .cer file, passed as `key` is.
            password: Password of the key.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            What the API returns; its keys are not documented.

        Raises:
            InvalidArgumentError: a file cannot be read, is empty or of another type, or an argument
                cannot be sent; nothing was sent.
            APIError: the API answered with an error.
            DeliveryError: no usable answer arrived. It is an `OutcomeUnknownError` if the manifest
                may be signed.

        Repetition: never sent again once the API may have read it; if the answer is lost, the call
        raises `OutcomeUnknownError`.

        Example:
            import os
            from pathlib import Path

            await gig.teams.sign_manifest(
                team,
                cert=Path("fiel.cer"),
                key=Path("fiel.key"),
                password=os.environ["FIEL_PASSWORD"],
            )

        Docs: https://docs.gigstack.io/sign-manifest-document-26526733e0
        """
        return await super().sign_manifest(
            id,
            team=team,
            key=await read_base64("key", key, PRIVATE_KEY),
            cert=await read_base64("cert", cert, CERTIFICATE),
            password=password,
            extra=extra,
            extra_query=extra_query,
        )
