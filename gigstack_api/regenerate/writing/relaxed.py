"""Rules of openapi-python-client that do not hold for what our templates write.

Its version is pinned, and `make try-generator` says when this no longer works.
"""

from __future__ import annotations

import re

from openapi_python_client import schema as oai
from openapi_python_client.parser import openapi
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import model_property
from openapi_python_client.parser.properties.protocol import PropertyProtocol


def keep_parameters(endpoint: Endpoint, **_: object) -> Endpoint:
    """The endpoint as it is.

    The generator renames parameters until their names differ, or gives up: `DateSent` and
    `DateSent>` are one name to it. The names are decided by `normalising`, which refuses twins.
    """
    return endpoint


def keep_fields(*_: object) -> None:
    """No error: of fields `+1` and `-1` too it says that they have one name."""


def relax() -> None:
    """Puts our rules in place of those of the generator.

    It also refuses lists in headers, and parts of a path that begin with a digit.
    """
    setattr(openapi, "_PATH_PARAM_REGEX", re.compile(r"{([^{}]+)}"))  # noqa: B010 - private
    setattr(Endpoint, "_check_parameters_for_conflicts", keep_parameters)  # noqa: B010 - private
    setattr(model_property, "_resolve_naming_conflict", keep_fields)  # noqa: B010 - private
    for kind in PropertyProtocol.__subclasses__():
        setattr(kind, "_allowed_locations", {*oai.ParameterLocation})  # noqa: B010 - private
