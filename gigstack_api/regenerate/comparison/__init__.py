"""Two documents, or two generated packages, and what changed between them.

| module | what it knows |
|---|---|
| `changes.py` | a change, and how grave it is |
| `rules.py` | the table of rules: the level and the words of each kind of change |
| `subjects.py` | what a change is about, in the names of the generated package |
| `shapes.py` | the types that a schema allows |
| `values.py` | the changes of one value: parameter, field, answer |
| `facets.py` | the rule of each keyword of a value |
| `pairing.py` | which operations and components belong together |
| `usage.py` | who sends and who receives a component |
| `context.py` | all of that for two documents |
| `operations.py` `parameters.py` `bodies.py` `answers.py` `components.py` `api.py` | the parts |
| `packages.py` | the same for two generated packages, with griffe |
| `reports.py` | both as one report: terminal, Markdown, data, changelog |
| `aliases.py` | overlay actions that keep an old name for one release |
| `touched.py` | the tests and sandbox handlers of an operation |
"""

from .changes import Change, Level, Side
from .documents import compare

__all__ = ["Change", "Level", "Side", "compare"]
