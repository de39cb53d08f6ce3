"""OpenAPI Overlay 1.1: corrections of a document that one does not edit. Pure.

An overlay is a list of actions. Each selects nodes with a JSONPath (RFC 9535) and updates, removes
or copies to them. An update merges objects key by key and appends to arrays; with `x-replace: true`,
an extension of this project, it replaces the values of its keys, which `type`, `enum` and `required`
need. An action that selects nothing, or that changes nothing, is named: the document no longer needs
it, or lost what it was for.
"""

from .actions import Action as Action
from .applying import Applied as Applied
from .applying import apply as apply
