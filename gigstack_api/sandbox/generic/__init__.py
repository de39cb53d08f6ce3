"""Operations without a handler of their own: served from the examples and schemas of the spec.

| module | what it knows |
|---|---|
| `values.py` | a value for a schema, always the same one |
| `shapes.py` | what an operation does, by its method, path and answer |
| `paging.py` | one page of a list, in the style of the operation |
| `resources.py` | create, get, list, update and delete of resources that are remembered |
| `handlers.py` | the handler of each operation |
"""
