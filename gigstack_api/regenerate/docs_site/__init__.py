"""The documentation site of a vendor that uses Apidog: its pages become one OpenAPI document.

Such a site lists its pages in `llms.txt`. The Markdown of a page about an endpoint or a schema
holds a complete small OpenAPI document. `read_site` fetches the pages and joins these documents.

| module | what it does |
|---|---|
| `index` | reads `llms.txt`. Pure |
| `pages` | takes the document out of a page. Pure |
| `repairs`, `schema_repairs`, `examples` | rewrite what is particular to Apidog. Pure |
| `references` | decodes references, and gives components clean names. Pure |
| `answers` | joins the answers of one status. Pure |
| `merging` | joins the documents of all pages. Pure |
| `fetching`, `cache` | fetch politely, and keep what was fetched |
| `site` | all of this in order |
"""

from __future__ import annotations

from .fetching import Manners
from .site import Site, is_index, read_site

__all__ = ["Manners", "Site", "is_index", "read_site"]
