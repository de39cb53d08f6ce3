"""The generated half of the reference: operations, models, classes, errors, catalogues, fiscal
rules, the command line, configuration and the sandbox, in English and Spanish.

`write_reference(target, language)` writes it below `target/reference`. The pages are made from
openapi.yaml, the docstrings and signatures of the package, and the tables of this folder.
"""

from .writing import LANGUAGES, reference, write_reference

__all__ = ["LANGUAGES", "reference", "write_reference"]
