"""`python -m gigstack_api`: the command `gigstack-api`."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main()
