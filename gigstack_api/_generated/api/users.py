# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.users`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit

    from ..models.sort_direction import SortDirection
    from ..models.user import User
    from ..models.user_address import UserAddress
    from ..models.user_login_link import UserLoginLink
    from ..models.user_role import UserRole
    from ..types import UserAddressDict


class UsersApi(Resource):
    """The methods of `gig.users`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[User]:
        """List the users of a team.

        Pages through the users by cursor. Entries carry id, e-mail, name, role and creation time.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
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

        Operation: gigstack_api.operations.users.list_users

        Docs: https://docs.gigstack.io/list-users-20352696e0
        """
        with LOADING:
            from ...operations.users.list_users import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        email: str | Omit = OMIT,
        first_name: str | Omit = OMIT,
        last_name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        company_role: str | Omit = OMIT,
        address: UserAddress | UserAddressDict | Omit = OMIT,
        auto_join: bool | Omit = OMIT,
        role: UserRole | str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> User:
        """Create a user.

        Needs admin authority. With `auto_join` the user joins the team of the key at once in the
        given `role`; without it `role` does nothing, and `gig.teams.add_member` makes memberships.
        To make an admin, create a viewer or editor and promote it later.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            email: E-mail address.
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            company_role: Position in the company.
            address: Postal address.
            auto_join: Whether the user joins the team of the key at once. Defaults to false.
            role: Role of the user in that team: editor, admin or viewer. Only with `auto_join`;
                defaults to viewer.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new user.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            user = await gig.users.create(
                email="ana.ruiz@ejemplo.com",
                first_name="Ana",
                last_name="Ruiz",
                auto_join=True,
                role="editor",
            )

        Operation: gigstack_api.operations.users.create_user

        Docs: https://docs.gigstack.io/create-user-20352697e0
        """
        with LOADING:
            from ...operations.users.create_user import build

        operation = build(
            team=team,
            email=email,
            first_name=first_name,
            last_name=last_name,
            phone=phone,
            company_role=company_role,
            address=address,
            auto_join=auto_join,
            role=role,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | User,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> User:
        """Get a user.

        The names come as `first_name` and `last_name`, or as `firstName` and `lastName`.

        Args:
            id: Id of the user (`user_…` or a bare id of 28 characters).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The user.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.users.get_user

        Docs: https://docs.gigstack.io/get-user-20352698e0
        """
        with LOADING:
            from ...operations.users.get_user import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
        id: str | User,
        /,
        *,
        team: str | None = None,
        first_name: str | Omit = OMIT,
        last_name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        company_role: str | Omit = OMIT,
        address: UserAddress | UserAddressDict | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> User:
        """Change some fields of a user.

        Only the fields sent are changed. E-mail address and memberships cannot be changed here.
        Send `address` whole. Needs admin authority.

        Args:
            id: Id of the user (`user_…` or a bare id of 28 characters).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            company_role: Position in the company.
            address: Postal address.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The user as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            user = await gig.users.update(user, phone="+525512345678")

        Operation: gigstack_api.operations.users.update_user

        Docs: https://docs.gigstack.io/update-user-20352699e0
        """
        with LOADING:
            from ...operations.users.update_user import build

        operation = build(
            id,
            team=team,
            first_name=first_name,
            last_name=last_name,
            phone=phone,
            company_role=company_role,
            address=address,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def reset_password(
        self,
        id: str | User,
        /,
        *,
        team: str | None = None,
        email: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Send a user a mail to reset the password.

        The mail has a link to set a new password. Every call sends another one.

        Args:
            id: Id of the user (`user_…` or a bare id of 28 characters).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            email: E-mail address of the user. Not confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.users.reset_password(user)

        Operation: gigstack_api.operations.users.reset_user_password

        Docs: https://docs.gigstack.io/reset-user-password-20352700e0
        """
        with LOADING:
            from ...operations.users.reset_user_password import build

        operation = build(
            id,
            team=team,
            email=email,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def reset_password_by_email(
        self,
        *,
        team: str | None = None,
        email: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Send the user with this e-mail address a mail to reset the password.

        The mail has a link to set a new password. Every call sends another one.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            email: E-mail address of the user.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.users.reset_password_by_email(email="ana.ruiz@ejemplo.com")

        Operation: gigstack_api.operations.users.reset_user_password_by_email

        Docs: https://docs.gigstack.io/reset-user-password-20352700e0
        """
        with LOADING:
            from ...operations.users.reset_user_password_by_email import build

        operation = build(
            team=team,
            email=email,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def generate_login_link(
        self,
        *,
        team: str | None = None,
        user_id: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> UserLoginLink:
        """Make a link that signs a user in.

        Whoever holds the link is signed in as the user: keep it as secret as a password, out of
        logs too. It works for users that no other account manages.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            user_id: Id of a user managed by this account alone.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The link.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            link = await gig.users.generate_login_link(user_id=user.id)
            address = link.url or link.link  # whoever has it is signed in as the user

        Operation: gigstack_api.operations.users.generate_user_login_link

        Docs: https://docs.gigstack.io/generate-login-link-24832690e0
        """
        with LOADING:
            from ...operations.users.generate_user_login_link import build

        operation = build(
            team=team,
            user_id=user_id,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
