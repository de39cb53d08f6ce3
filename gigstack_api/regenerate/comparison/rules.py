"""The table of rules: each kind of change with its level on either side, and its words. Pure.

The identifiers follow those of oasdiff. Rules about a value (`type-changed`) apply to parameters,
fields, answers, arrays and maps alike; the identifier of a change then begins with what the value
is: `parameter-type-changed`, `request-field-type-changed`, `answer-field-type-changed`,
`field-type-changed` for a field that is sent and received, `answer-type-changed`.
"""

from __future__ import annotations

from attrs import frozen

from .changes import Level, Side, gravest

BREAKING, DEPRECATED, ADDED = Level.BREAKING, Level.DEPRECATED, Level.ADDED
CHANGED, TEXT = Level.CHANGED, Level.TEXT


@frozen
class Rule:
    """The meaning of a change of one kind.

    `request` is its level in what clients send, `answer` in what they receive. `words` is the line
    for users: `{it}` is the thing, `{owner}` the methods that take it, `{name}` its own name,
    `{was}` and `{now}` both values, `{key}` the keyword or fact.
    """

    request: Level
    answer: Level
    words: str

    def level(self, side: Side) -> Level:
        """The level on a side; the graver one for a part that is sent and received."""
        levels = {Side.REQUEST: (self.request,), Side.ANSWER: (self.answer,)}
        return gravest(levels.get(side, (self.request, self.answer)))


def _same(level: Level, words: str) -> Rule:
    return Rule(level, level, words)


API: dict[str, Rule] = {
    "server-changed": _same(BREAKING, "Calls go to {now} instead of {was}"),
    "server-added": _same(ADDED, "{now} is another address of the API"),
    "server-removed": _same(BREAKING, "{was} is not an address of the API any more"),
    "server-text-changed": _same(TEXT, "The servers are described differently"),
    "security-changed": _same(BREAKING, "{it} needs {now} instead of {was}"),
    "security-loosened": _same(CHANGED, "{it} accepts {now}; before, only {was}"),
    "security-scheme-added": _same(ADDED, "The API knows another way to authenticate: `{name}`"),
    "security-scheme-removed": _same(BREAKING, "The API cannot authenticate by `{name}` any more"),
    "security-scheme-changed": _same(BREAKING, "`{name}` authenticates by {now} instead of {was}"),
    "security-scheme-text-changed": _same(TEXT, "`{name}` is described differently"),
    "resource-added": _same(ADDED, "`gig.{name}` is new"),
    "resource-removed": _same(BREAKING, "`gig.{name}` is gone"),
    "tag-text-changed": _same(TEXT, "`gig.{name}` is described differently"),
    "event-added": _same(ADDED, "The API sends a new event: `{name}`"),
    "event-removed": _same(BREAKING, "The API does not send the event `{name}` any more"),
    "event-changed": _same(CHANGED, "{key} of the event `{name}` is different"),
    "event-text-changed": _same(TEXT, "The event `{name}` is described differently"),
    "api-version-changed": _same(TEXT, "The API calls itself version {now} instead of {was}"),
    "api-text-changed": _same(TEXT, "The API is described differently"),
    "api-keyword-changed": _same(CHANGED, "{key} of the document is different"),
}
"""Rules about the whole API."""

OPERATIONS: dict[str, Rule] = {
    "operation-added": _same(ADDED, "{it} is new"),
    "operation-removed": _same(BREAKING, "{it} is gone"),
    "operation-moved": _same(BREAKING, "{it} calls {now} instead of {was}"),
    "operation-id-changed": _same(CHANGED, "{it} is described by {now} instead of {was}"),
    "operation-renamed": _same(CHANGED, "{was} is now called {now}"),
    "operation-deprecated": _same(DEPRECATED, "{it} is deprecated{now}"),
    "operation-undeprecated": _same(CHANGED, "{it} is not deprecated any more"),
    "operation-sunset-changed": _same(DEPRECATED, "{it} goes away {now}"),
    "operation-text-changed": _same(TEXT, "{it} is described differently"),
    "operation-keyword-changed": _same(CHANGED, "{key} of {it} is different"),
    "operation-extension-changed": _same(TEXT, "{it} has another extension: {key}"),
    "replay-changed": _same(CHANGED, "{it} is repeated as {now}, not as {was}, after a failure"),
    "envelope-changed": _same(CHANGED, "The value of {it} is found in {now} instead of {was}"),
    "paging-changed": _same(CHANGED, "{it} is paged by {now} instead of {was}"),
    "deadline-changed": _same(CHANGED, "{it} waits {now} seconds instead of {was}"),
    "idempotency-key-changed": _same(CHANGED, "{it} sends its idempotency key as {now}, not {was}"),
    "fact-changed": _same(CHANGED, "{it}: {key} is {now} instead of {was}"),
    "callback-added": _same(ADDED, "The API may call back after {it}: `{name}`"),
    "callback-removed": _same(BREAKING, "The API does not call back after {it} any more: `{name}`"),
    "callback-changed": _same(CHANGED, "The call back after {it} is different: `{name}`"),
    "parameter-added-required": _same(BREAKING, "{owner} {takes} a new required argument {name}"),
    "parameter-added-optional": _same(ADDED, "{owner} {takes} a new argument {name}"),
    "parameter-removed": _same(BREAKING, "{owner} {takes} no argument {name} any more"),
    "parameter-renamed": _same(BREAKING, "The argument {was} of {owner} is now called {now}"),
    "path-parameter-renamed": _same(CHANGED, "{owner} calls its path argument {now}, not {was}"),
    "parameter-moved": _same(BREAKING, "{owner} {sends} {name} in the {now} instead of the {was}"),
    "parameter-became-required": _same(BREAKING, "{owner} {needs} {name}"),
    "parameter-became-optional": _same(CHANGED, "{owner} {works} without {name}"),
    "parameter-style-changed": _same(BREAKING, "{owner} {writes} {name} as {now} instead of {was}"),
    "body-added-required": _same(BREAKING, "{it} needs a body"),
    "body-added-optional": _same(ADDED, "{it} may send a body"),
    "body-removed": _same(BREAKING, "{it} sends no body any more"),
    "body-became-required": _same(BREAKING, "The body of {it} is required"),
    "body-became-optional": _same(CHANGED, "The body of {it} is optional"),
    "body-media-type-added": _same(ADDED, "The body of {it} may be {now}"),
    "body-media-type-removed": _same(BREAKING, "The body of {it} may not be {was} any more"),
    "body-media-type-changed": _same(BREAKING, "The body of {it} is {now} instead of {was}"),
    "body-encoding-changed": _same(
        BREAKING, "The parts of the body of {it} are encoded differently"
    ),
    "body-text-changed": _same(TEXT, "The body of {it} is described differently"),
    "answer-status-added": _same(ADDED, "The API may answer {it} with {now}"),
    "answer-status-removed": _same(BREAKING, "The API does not answer {it} with {was} any more"),
    "answer-error-added": _same(ADDED, "The API may refuse {it} with {now}"),
    "answer-error-removed": _same(CHANGED, "The API does not refuse {it} with {was} any more"),
    "answer-status-changed": _same(CHANGED, "The API answers {it} with {now} instead of {was}"),
    "answer-media-type-added": _same(ADDED, "The answer of {it} may be {now}"),
    "answer-media-type-removed": _same(BREAKING, "The answer of {it} is not {was} any more"),
    "answer-media-type-changed": _same(BREAKING, "The answer of {it} is {now} instead of {was}"),
    "answer-header-added": _same(ADDED, "The answer of {it} has the header `{name}`"),
    "answer-header-removed": _same(BREAKING, "The answer of {it} has no header `{name}` any more"),
    "answer-header-changed": _same(
        CHANGED, "The header `{name}` of the answer of {it} is different"
    ),
    "answer-keyword-changed": _same(CHANGED, "{key} of the answer of {it} is different"),
    "answer-text-changed": _same(TEXT, "The answer of {it} is described differently"),
}
"""Rules about operations, their parameters, bodies and answers."""

SCHEMAS: dict[str, Rule] = {
    "schema-added": _same(ADDED, "{it} is new"),
    "schema-removed": _same(CHANGED, "{it} is gone"),
    "schema-renamed": _same(CHANGED, "{was} is now called {now}"),
}
"""Rules about components. What uses them has rules of its own."""

VALUES: dict[str, Rule] = {
    "added-required": Rule(BREAKING, ADDED, "{it} is new{required}"),
    "added-optional": Rule(ADDED, ADDED, "{it} is new"),
    "removed": Rule(BREAKING, BREAKING, "{it} is gone"),
    "renamed": Rule(BREAKING, BREAKING, "{was} is now called {now}"),
    "became-required": Rule(BREAKING, CHANGED, "{it} is {always}"),
    "became-optional": Rule(CHANGED, BREAKING, "{it} may be absent"),
    "type-changed": Rule(BREAKING, BREAKING, "{it} is {now} instead of {was}"),
    "type-widened": Rule(CHANGED, BREAKING, "{it} may be {now}; before, only {was}"),
    "type-narrowed": Rule(BREAKING, CHANGED, "{it} is only {now}; before, {was}"),
    "became-nullable": Rule(CHANGED, BREAKING, "{it} may be null"),
    "became-not-nullable": Rule(BREAKING, CHANGED, "{it} is never null"),
    "enum-value-added": Rule(ADDED, ADDED, "{it} has a new value {now}"),
    "enum-value-removed": Rule(BREAKING, CHANGED, "{it} has no value {was} any more"),
    "enum-value-renamed": Rule(CHANGED, CHANGED, "The value {name} of {it} is now called {now}"),
    "format-added": Rule(BREAKING, CHANGED, "{it} has the format {now}"),
    "format-removed": Rule(CHANGED, CHANGED, "{it} no longer has the format {was}"),
    "format-changed": Rule(BREAKING, BREAKING, "{it} has the format {now} instead of {was}"),
    "limit-tightened": Rule(BREAKING, CHANGED, "{it} is limited more: {key} is {now}, was {was}"),
    "limit-loosened": Rule(CHANGED, CHANGED, "{it} is limited less: {key} is {now}, was {was}"),
    "pattern-changed": Rule(BREAKING, CHANGED, "{it} has to match {now}, not {was}"),
    "default-changed": Rule(CHANGED, CHANGED, "{it} is {now} unless given; before, {was}"),
    "became-read-only": Rule(BREAKING, CHANGED, "{it} cannot be set"),
    "became-writable": Rule(ADDED, CHANGED, "{it} can be set"),
    "became-write-only": Rule(CHANGED, BREAKING, "{it} is not answered any more"),
    "became-readable": Rule(CHANGED, ADDED, "{it} is answered"),
    "deprecated": Rule(DEPRECATED, DEPRECATED, "{it} is deprecated"),
    "undeprecated": Rule(CHANGED, CHANGED, "{it} is not deprecated any more"),
    "closed": Rule(BREAKING, CHANGED, "{it} has no undocumented keys any more"),
    "opened": Rule(CHANGED, CHANGED, "{it} may have undocumented keys"),
    "discriminator-changed": Rule(BREAKING, BREAKING, "{it} is distinguished by {now}, not {was}"),
    "unit-changed": Rule(BREAKING, BREAKING, "{it} counts {now} instead of {was}"),
    "value-fact-changed": Rule(CHANGED, CHANGED, "{it}: {key} is {now} instead of {was}"),
    "extension-changed": Rule(TEXT, TEXT, "{it} has another extension: {key}"),
    "keyword-changed": Rule(BREAKING, BREAKING, "{it} follows other rules: {now}; before, {was}"),
    "text-changed": Rule(TEXT, TEXT, "{it} is described differently"),
    "example-changed": Rule(TEXT, TEXT, "{it} has other examples"),
}
"""Rules about the values of parameters, fields and answers."""

RULES: dict[str, Rule] = {**API, **OPERATIONS, **SCHEMAS, **VALUES}
