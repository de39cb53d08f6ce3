"""OpenAPI Overlay 1.1: corrections of a document that one does not edit. Pure.

An overlay is a list of actions. Each selects nodes with a JSONPath (RFC 9535) and updates them,
removes them or copies to them. An update merges objects key by key and appends to arrays. With
`x-replace: true`, an extension of this project, it replaces the values of its keys instead: that is
how `type`, `enum` and `required` change. An action that selects or changes nothing is named, since
the document no longer needs it or has lost what it was for.
"""

from .actions import Action as Action
from .applying import Applied as Applied
from .applying import apply as apply
