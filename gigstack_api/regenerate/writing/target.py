"""Whose code is written: the package, its first line, and the client class that it gets."""

from __future__ import annotations

import re

from attrs import frozen

from .service import Service

OWN_HEADER = "# Written by `make generate` from openapi.yaml; never edited."
HEADER = "# Written by `python -m gigstack_api.regenerate`; never edited."
PRIVATE = re.compile(
    r"^( *)from gigstack_api\.(?:_core(?:\.\w+)+|_lazy) import ", flags=re.MULTILINE
)


@frozen
class Target:
    """A package that is written.

    `service` is its client class. It is None in gigstack_api itself, whose client is handwritten,
    and whose generated code imports the core where it is.
    """

    package: str
    service: Service | None = None

    @property
    def header(self) -> str:
        """The first line of each module."""
        return HEADER if self.service else OWN_HEADER

    @property
    def client(self) -> str:
        """The variable that stands for a client in docstrings."""
        return "client" if self.service else "gig"

    @property
    def client_class(self) -> str:
        """The name of the client class."""
        return self.service.class_name if self.service else "Gigstack"

    def with_public_imports(self, text: str) -> str:
        """The text of a module that imports the core from its promised place."""
        return PRIVATE.sub(r"\1from gigstack_api.core import ", text) if self.service else text
