"""`python -m scripts.docs.reference TARGET`: writes the reference in both languages.

English into `TARGET/en/reference`, Spanish into `TARGET/es/reference`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .writing import LANGUAGES, write_reference

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m scripts.docs.reference TARGET")
    for language in LANGUAGES:
        written = write_reference(Path(sys.argv[1]) / language, language)
        print(f"{language}: {len(written)} pages")
