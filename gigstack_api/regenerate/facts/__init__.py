"""Infers the facts that a client needs and that a spec does not state, and writes them to it.
Pure.

`infer` gives every operation a full `x-gigstack` and the schemas their `x-` facts. What is there
already wins. Where a server might do otherwise, the rule is careful and a finding tells the guess;
an overlay action that sets the fact settles it. Rules marked `*` can be such guesses.

    x-gigstack of an operation
      method *           its name in the resource: the operationId without the noun of the resource
      evidence           `documented`, since the spec says so; or `official-client`, `inferred`
      replay *           GET, HEAD, OPTIONS, TRACE: `safe`; PUT, DELETE: `idempotent`; others:
                         `keyed` if they take an idempotency key, else `once`
      idempotency_key    a body field `idempotency_key`, or a header `Idempotency-Key`
      deadline_s         30, in seconds, for the whole call
      unwrap             `empty` without a body; the field of an envelope that holds the value:
                         `data`, or an array called items, results, ...; else `none`
      paging *           of a list in an envelope: by a cursor (`next`, `starting_after`, `cursor`)
                         that the answer brings, by `page`, or `single` if nothing pages. A way that
                         is not known leaves the envelope whole
      download           an answer that is not JSON: its media type, a file name from the path
      ids                models whose id a path parameter takes: what the path up to it answers
      times              units of the times that are sent: `x-unit` of parameters and body fields
      ranges             `minimum` and `maximum` of query parameters
      alternatives       other spellings of a query parameter: `created[gte]` of `created_gte`
      metadata_filter    whether a parameter has the role `metadata-filter`
      stamps             a JSON body sent to a resource whose tag has `x-stamps: true`
      anonymous          a `security` of its own that is empty or `{}`
      docs               the `externalDocs` of the operation, else of the document
      costs              never inferred: what a call costs
      example            never inferred: Python that makes the call with a client called as the
                         package says (`gig`), for the docstring of the method
      team               never inferred: `none` if a call means the same for every team. Any other
                         that takes no `team` refuses that of a view

    a schema
      x-role             `body`, `envelope`: used for that alone. `free-form`: an object without
                         fields. `metadata-filter`: keys that begin with metadata
      x-unit *           `s` or `ms`: "Unix seconds" or "Unix milliseconds" in the description, the
                         format `unix-time`; `s` for an integer whose name ends in `_at`
      x-secret           names of passwords, tokens, keys and links

    an operation, a schema, a field or a query parameter, never inferred
      x-renamed-from     its old Python names, a name or a list. They go on working for a release,
                         with a DeprecationWarning
      x-deprecated       beside `deprecated: true`: what to use instead, for docstrings and
                         warnings: "use `name`"
      x-sunset           the day from which on it may be gone

`x-tolerant: true` at the root shapes a document: every field of an answer can be null, and every
enum another text. See `shaping`.

`x-note`, beside any description, says where a fact is known from. It stays in the spec: docstrings
are for callers. One that begins with `Unverified:` is about the whole field or parameter, whose
docstring then says that the documentation does not confirm it.
"""

from .inferring import Inferred as Inferred
from .inferring import infer as infer
