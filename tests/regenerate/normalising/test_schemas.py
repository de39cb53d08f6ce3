"""Schemas of every kind come out in one form: documents of a few lines, before and after."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.normalising import normalise
from scripts import yaml_files


def document(schemas: str, **more: Any) -> Node:
    return {
        "openapi": "3.0.3",
        "paths": {},
        "components": {"schemas": yaml_files.parse(schemas)},
        **more,
    }


def normal(schemas: str) -> Node:
    """The component schemas as they come out."""
    found: Node = normalise(document(schemas)).document["components"]["schemas"]
    return found


def notes(schemas: str) -> list[str]:
    return [str(note) for note in normalise(document(schemas)).notes]


KINDS = {
    # OpenAPI 3.0 in the words of 3.1
    "nullable": (
        "A: {properties: {a: {type: string, nullable: true}, b: {nullable: true}}}",
        "A: {type: object, properties: {a: {type: [string, 'null']}, b: {}}}",
    ),
    "nullable beside a reference": (
        "A: {properties: {a: {$ref: '#/components/schemas/B', nullable: true}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    "a nullable component": (
        "A: {properties: {a: {$ref: '#/components/schemas/B'}, b: {type: array, items: {$ref: '#/components/schemas/B'}}}}\n"
        "B: {type: object, nullable: true, properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]},"
        " b: {type: array, items: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    "exclusive limits": (
        "A: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}",
        "A: {type: number, exclusiveMinimum: 0, maximum: 9}",
    ),
    "an example": (
        "A: {type: string, example: x}",
        "A: {type: string, examples: [x]}",
    ),
    "a file": ("A: {type: file}", "A: {type: string, format: binary}"),
    "files of 3.1": (
        "A: {type: array, items: {contentMediaType: application/octet-stream}}\n"
        "B: {type: string, contentEncoding: base64}",
        "A: {type: array, items: {type: string, format: binary}}\nB: {type: string, format: byte}",
    ),
    "a field that is required in the way of draft 3": (
        "A: {properties: {a: {type: string, required: true}}}",
        "A: {type: object, properties: {a: {type: string, required: []}}}",
    ),
    # types
    "types that are implied": (
        "A: {properties: {}}\nB: {items: {type: string}}\nC: {additionalProperties: {type: string}}\nD: {format: uuid}",
        "A: {type: object, x-role: free-form, additionalProperties: true}\n"
        "B: {type: array, items: {type: string}}\n"
        "C: {type: object, x-role: map, additionalProperties: {type: string}}\n"
        "D: {type: string, format: uuid}",
    ),
    "an array of anything": ("A: {type: array}", "A: {type: array, items: {}}"),
    "arrays of arrays": (
        "A: {type: array, items: {type: array, items: {type: number}}}",
        "A: {type: array, items: {type: array, items: {type: number}}}",
    ),
    "a schema that says nothing": (
        "A: {properties: {a: {}, b: true}}",
        "A: {type: object, properties: {a: {}, b: {}}}",
    ),
    "several types": (
        "A: {properties: {a: {type: [string, integer, 'null']}, b: {type: [object, 'null'], properties: {x: {type: string}}, description: B.}}}",
        "A: {type: object, properties: {a: {type: [string, integer, 'null']},"
        " b: {anyOf: [{$ref: '#/components/schemas/AB'}, {type: 'null'}], description: B.}}}\n"
        "AB: {type: object, properties: {x: {type: string}}}",
    ),
    "a tuple": (
        "A: {prefixItems: [{type: string}, {type: integer}], items: false}",
        "A: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}",
    ),
    "texts and limits": (
        "A: {properties: {a: {type: string, title: T, default: x, pattern: '^x', readOnly: true, description: D}}}",
        "A: {type: object, properties: {a: {type: string, x-title: T, x-default: x, pattern: '^x', readOnly: true, description: 'D. Default: `x`.'}}}",
    ),
    "keywords that only servers use": (
        "A: {type: string, not: {const: x}, if: {}, then: {}, xml: {name: a}, externalDocs: {url: x}}",
        """A: {type: string, x-rules: '{"if": {}, "not": {"const": "x"}, "then": {}}'}""",
    ),
    # enums
    "an inline enum": (
        "A: {properties: {kind: {type: string, enum: [a, b], description: K.}}}",
        "A: {type: object, properties: {kind: {anyOf: [{$ref: '#/components/schemas/AKind'}], description: K.}}}\n"
        "AKind: {type: string, enum: [a, b], description: K.}",
    ),
    "an enum of integers": (
        "A: {enum: [1, 2]}",
        "A: {type: integer, enum: [1, 2], x-enum-type: integer}",
    ),
    "an enum of texts that YAML reads as numbers": (
        "A: {type: string, enum: [1, 2]}",
        "A: {type: string, enum: ['1', '2'], x-enum-varnames: [VALUE_1, VALUE_2]}",
    ),
    "an enum with null": (
        "A: {properties: {a: {type: string, enum: [x, null], nullable: true}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/AA'}, {type: 'null'}]}}}\n"
        "AA: {type: string, enum: [x]}",
    ),
    "an enum of null": ("A: {enum: [null]}", "A: {type: 'null'}"),
    "an enum of booleans": ("A: {enum: [true, false]}", "A: {type: boolean}"),
    "an enum of several types": ("A: {enum: [a, 1, 2.5]}", "A: {type: [integer, number, string]}"),
    "an enum of objects": ("A: {enum: [{a: 1}]}", "A: {}"),
    "an enum value that stands twice": ("A: {enum: [a, b, a]}", "A: {type: string, enum: [a, b]}"),
    "const": (
        "A: {const: x}\nB: {const: true}",
        "A: {type: string, enum: [x]}\nB: {type: boolean}",
    ),
    "members that need names": (
        "A: {enum: ['', '+1', '-1', 1.0, image/png, 1st]}".replace("1.0", "'1.0'"),
        "A: {type: string, enum: ['', '+1', '-1', '1.0', image/png, 1st],"
        " x-enum-varnames: [EMPTY, PLUS_1, MINUS_1, VALUE_1_0, IMAGE_PNG, VALUE_1ST]}",
    ),
    # objects and maps
    "an inline object": (
        "A: {properties: {geo: {type: object, properties: {p: {type: object, properties: {x: {type: string}}}}}}}",
        "A: {type: object, properties: {geo: {$ref: '#/components/schemas/AGeo'}}}\n"
        "AGeoP: {type: object, properties: {x: {type: string}}}\n"
        "AGeo: {type: object, properties: {p: {$ref: '#/components/schemas/AGeoP'}}}",
    ),
    "a free-form object": (
        "A: {properties: {a: {type: object}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/AA'}}}\n"
        "AA: {type: object, x-role: free-form, additionalProperties: true}",
    ),
    "a map of objects": (
        "A: {properties: {a: {additionalProperties: {properties: {x: {type: string}}}}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/AA'}}}\n"
        "AAValue: {type: object, properties: {x: {type: string}}}\n"
        "AA: {type: object, x-role: map, additionalProperties: {$ref: '#/components/schemas/AAValue'}}",
    ),
    "keys that match patterns": (
        "A: {patternProperties: {'^x-': {type: string}}}",
        "A: {type: object, x-role: map, additionalProperties: {type: string}}",
    ),
    "a name by place that is taken": (
        "A: {properties: {b: {properties: {x: {type: string}}}}}\nAB: {type: string}",
        "A: {type: object, properties: {b: {$ref: '#/components/schemas/AB2'}}}\nAB: {type: string}\n"
        "AB2: {type: object, properties: {x: {type: string}}}",
    ),
    # allOf
    "allOf of a reference and an inline part": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [y, x], properties: {y: {type: string}}}], description: An A.}\n"
        "B: {type: object, description: A B., required: [x], properties: {x: {type: string}}}",
        "A: {type: object, description: An A., required: [x, y], properties: {x: {type: string}, y: {type: string}}}\n"
        "B: {type: object, description: A B., required: [x], properties: {x: {type: string}}}",
    ),
    "allOf that is nested": (
        "A: {allOf: [{allOf: [{properties: {x: {type: string}}}, {properties: {y: {type: string}}}]}, {properties: {z: {type: string}}}]}",
        "A: {type: object, properties: {x: {type: string}, y: {type: string}, z: {type: string}}}",
    ),
    "allOf of one reference keeps the description": (
        "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/B'}], description: Its B.}}}\n"
        "B: {type: object, description: A B., properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}], description: Its B.}}}\n"
        "B: {type: object, description: A B., properties: {x: {type: string}}}",
    ),
    "allOf of one reference that may be null": (
        "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    "a reference with siblings": (
        "A: {properties: {a: {$ref: '#/components/schemas/B', description: Its B., deprecated: true}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}], description: Its B., deprecated: true}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    "a reference with a schema beside it": (
        "A: {properties: {a: {$ref: '#/components/schemas/B', required: [x]}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/AA'}}}\n"
        "B: {type: object, properties: {x: {type: string}}}\n"
        "AA: {type: object, properties: {x: {type: string}}, required: [x]}",
    ),
    "allOf that narrows a field": (
        "A: {allOf: [{properties: {x: {type: number, minimum: 0}}}, {properties: {x: {type: integer, minimum: 2, maximum: 9, description: X.}}}]}",
        "A: {type: object, properties: {x: {type: integer, minimum: 2, maximum: 9, description: X.}}}",
    ),
    "allOf that describes a field again": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {description: Mine.}}}]}\n"
        "B: {type: object, properties: {x: {type: string, description: Theirs.}}}",
        "A: {type: object, properties: {x: {type: string, description: Mine.}}}\n"
        "B: {type: object, properties: {x: {type: string, description: Theirs.}}}",
    ),
    "allOf of enums": (
        "A: {allOf: [{type: string, enum: [a, b, c]}, {enum: [c, a]}]}",
        "A: {type: string, enum: [a, c]}",
    ),
    "an enum that is merged into another schema is the same class": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {y: {type: string}}}]}\n"
        "B: {type: object, properties: {kind: {type: string, enum: [a]}}}",
        "A: {type: object, properties: {kind: {$ref: '#/components/schemas/BKind'}, y: {type: string}}}\n"
        "B: {type: object, properties: {kind: {$ref: '#/components/schemas/BKind'}}}\n"
        "BKind: {type: string, enum: [a]}",
    ),
    "schemas that hold each other through allOf": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {child: {$ref: '#/components/schemas/A'}}}]}\n"
        "B: {type: object, properties: {child: {$ref: '#/components/schemas/B'}}}",
        "A: {type: object, properties: {child: {$ref: '#/components/schemas/A'}}}\n"
        "B: {type: object, properties: {child: {$ref: '#/components/schemas/B'}}}",
    ),
    "fields that are two schemas at once": (
        "A: {allOf: [{properties: {x: {$ref: '#/components/schemas/B'}}}, {properties: {x: {$ref: '#/components/schemas/C'}}}]}\n"
        "B: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n"
        "C: {type: object, properties: {b: {$ref: '#/components/schemas/C'}}}",
        "A: {type: object, properties: {x: {$ref: '#/components/schemas/BC'}}}\n"
        "B: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n"
        "C: {type: object, properties: {b: {$ref: '#/components/schemas/C'}}}\n"
        "BC: {type: object, properties: {b: {$ref: '#/components/schemas/BC'}}}",
    ),
    # unions
    "oneOf with a discriminator": (
        "P: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: t, mapping: {cat: Cat}}}\n"
        "Cat: {type: object, properties: {t: {type: string}}}\nDog: {type: object, properties: {t: {type: string}}}",
        "P: {anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
        " discriminator: {propertyName: t, mapping: {cat: '#/components/schemas/Cat', Dog: '#/components/schemas/Dog'}}}\n"
        "Cat: {type: object, properties: {t: {type: string}}}\nDog: {type: object, properties: {t: {type: string}}}",
    ),
    "a union by its place, told apart by a constant": (
        "A: {properties: {p: {oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}, {type: 'null'}], description: P.}}}\n"
        "C: {type: object, required: [t], properties: {t: {const: c}}}\nD: {type: object, required: [t], properties: {t: {const: d}}}",
        "A: {type: object, properties: {p: {anyOf: [{$ref: '#/components/schemas/AP'}, {type: 'null'}], description: P.}}}\n"
        "C: {type: object, required: [t], properties: {t: {$ref: '#/components/schemas/CT'}}}\n"
        "D: {type: object, required: [t], properties: {t: {$ref: '#/components/schemas/DT'}}}\n"
        "AP: {anyOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}], description: P.,"
        " discriminator: {propertyName: t, mapping: {c: '#/components/schemas/C', d: '#/components/schemas/D'}}}\n"
        "CT: {type: string, enum: [c]}\nDT: {type: string, enum: [d]}",
    ),
    "inline variants are named by title or number": (
        "A: {oneOf: [{title: By card, properties: {x: {type: string}}}, {properties: {y: {type: string}}}, {type: string}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/AByCard'}, {$ref: '#/components/schemas/AOption2'}, {type: string}]}\n"
        "AByCard: {type: object, x-title: By card, properties: {x: {type: string}}}\n"
        "AOption2: {type: object, properties: {y: {type: string}}}",
    ),
    "a union of scalars stays in its place": (
        "A: {properties: {a: {oneOf: [{type: string}, {type: integer}, {type: string}]}}}",
        "A: {type: object, properties: {a: {anyOf: [{type: string}, {type: integer}]}}}",
    ),
    "a union with null alone": (
        "A: {properties: {a: {anyOf: [{type: string, format: date}, {type: 'null'}]}}}",
        "A: {type: object, properties: {a: {type: [string, 'null'], format: date}}}",
    ),
    "a union in a union": (
        "A: {properties: {a: {anyOf: [{anyOf: [{type: string}, {type: integer}]}, {type: boolean}]}}}",
        "A: {type: object, properties: {a: {anyOf: [{type: string}, {type: integer}, {type: boolean}]}}}",
    ),
    "a union with anything is anything": (
        "A: {properties: {a: {anyOf: [{type: string}, {}], description: D.}}}",
        "A: {type: object, properties: {a: {description: D.}}}",
    ),
    "fields beside a union are in each variant": (
        "A: {type: object, properties: {x: {type: string}}, oneOf: [{properties: {y: {type: string}}}, {properties: {z: {type: string}}}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/AOption1'}, {$ref: '#/components/schemas/AOption2'}]}\n"
        "AOption1: {type: object, properties: {x: {type: string}, y: {type: string}}}\n"
        "AOption2: {type: object, properties: {x: {type: string}, z: {type: string}}}",
    ),
    "a union that only says what is required": (
        "A: {properties: {x: {type: string}}, anyOf: [{required: [x]}, {required: [y]}]}",
        "A: {type: object, properties: {x: {type: string}}}",
    ),
    "a type beside a union": (
        "A: {type: object, oneOf: [{$ref: '#/components/schemas/B'}]}\nB: {type: object, properties: {x: {type: string}}}",
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    # names and references
    "names that Python does not allow": (
        "Geo Point(1): {properties: {x: {type: string}}}\nA: {properties: {a: {$ref: '#/components/schemas/Geo%20Point(1)'}}}",
        "GeoPoint1: {type: object, properties: {x: {type: string}}, x-spec-name: Geo Point(1)}\n"
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/GeoPoint1'}}}",
    ),
    "two names that are one class": (
        "pet: {type: string}\nPet: {type: string}",
        "Pet2: {type: string, x-spec-name: pet}\nPet: {type: string}",
    ),
    "a class that modules of models need": (
        "Model: {type: string}",
        "ModelModel: {type: string, x-spec-name: Model}",
    ),
    "a reference to a field of another schema": (
        "A: {properties: {a: {$ref: '#/components/schemas/B/properties/x'}}}\nB: {properties: {x: {type: string}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/BX'}}}\n"
        "B: {type: object, properties: {x: {$ref: '#/components/schemas/BX'}}}\nBX: {type: string}",
    ),
    "another name for a schema": (
        "A: {properties: {a: {$ref: '#/components/schemas/C'}}}\nC: {$ref: '#/components/schemas/B'}\nB: {type: string}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/B'}}}\nB: {type: string}",
    ),
    "a schema that holds itself": (
        "A: {properties: {a: {$ref: '#/components/schemas/A'}, b: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, b: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
    ),
    "names of fields": (
        "A: {properties: {from: {type: string}, self: {type: string}, 1st: {type: string}, $ref_: {type: string}, a.b: {type: string}, x-id: {type: string}, _id: {type: string}, id: {type: string}}}",
        "A: {type: object, properties: {from: {type: string, x-python-name: from_}, self: {type: string, x-python-name: self_},"
        " 1st: {type: string, x-python-name: field_1st}, $ref_: {type: string, x-python-name: ref},"
        " a.b: {type: string, x-python-name: a_b}, x-id: {type: string, x-python-name: x_id},"
        " _id: {type: string, x-python-name: id_}, id: {type: string}}}",
    ),
    "a name that the spec chose": (
        "A: {properties: {a-b: {type: string, x-python-name: ab}, a_b: {type: string}}}",
        "A: {type: object, properties: {a-b: {type: string, x-python-name: ab}, a_b: {type: string}}}",
    ),
    "a name on a reference": (
        "A: {properties: {from: {$ref: '#/components/schemas/B'}}}\nB: {type: object, properties: {x: {type: string}}}",
        "A: {type: object, properties: {from: {anyOf: [{$ref: '#/components/schemas/B'}], x-python-name: from_}}}\n"
        "B: {type: object, properties: {x: {type: string}}}",
    ),
    "a union at its place that cannot be null": (
        "A: {properties: {p: {anyOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}]}}}\n"
        "C: {properties: {c: {type: string}}}\nD: {properties: {d: {type: string}}}",
        "A: {type: object, properties: {p: {$ref: '#/components/schemas/AP'}}}\n"
        "C: {type: object, properties: {c: {type: string}}}\nD: {type: object, properties: {d: {type: string}}}\n"
        "AP: {anyOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}]}",
    ),
    "defaults of every kind": (
        "A: {type: string, default: null}\nB: {type: string, description: The default is x., default: x}\n"
        "C: {type: array, items: false, description: Kinds, default: [a]}",
        "A: {type: string}\nB: {type: string, description: The default is x., x-default: x}\n"
        "C: {type: array, items: {}, description: 'Kinds. Default: `[\"a\"]`.', x-default: [a]}",
    ),
    "a tuple that goes on": (
        "A: {prefixItems: [{type: string}], items: {type: integer}}",
        "A: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}",
    ),
    "allOf of arrays and maps": (
        "A: {allOf: [{type: array, items: {type: number}}, {items: {type: integer}}]}\n"
        "B: {allOf: [{type: object, additionalProperties: {type: string}}, {additionalProperties: true}]}\n"
        "C: {allOf: [{type: object, additionalProperties: false, properties: {x: {type: string}}}, {properties: {x: {type: string}}}]}",
        "A: {type: array, items: {type: integer}}\n"
        "B: {type: object, x-role: map, additionalProperties: {type: string}}\n"
        "C: {type: object, properties: {x: {type: string}}}",
    ),
    "allOf with a base and what is based on it": (
        "A: {allOf: [{properties: {x: {$ref: '#/components/schemas/C'}}}, {properties: {x: {$ref: '#/components/schemas/B'}}}]}\n"
        "B: {type: object, properties: {b: {type: string}}}\n"
        "C: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}",
        "A: {type: object, properties: {x: {$ref: '#/components/schemas/C'}}}\n"
        "B: {type: object, properties: {b: {type: string}}}\n"
        "C: {type: object, properties: {b: {type: string}, c: {type: string}}}",
    ),
    "oneOf beside anyOf": (
        "A: {oneOf: [{type: string}, {type: integer}], anyOf: [{minLength: 1}, {type: 'null'}]}",
        "A: {anyOf: [{type: string, minLength: 1}, {type: 'null'}, {type: integer, minLength: 1}]}",
    ),
    "a union that is nothing but null": ("A: {anyOf: [{type: 'null'}]}", "A: {type: 'null'}"),
    "a union of one enum": (
        "A: {anyOf: [{enum: [a]}], description: D.}",
        "A: {type: string, enum: [a], description: D.}",
    ),
    "a union of one object and null": (
        "A: {properties: {a: {anyOf: [{properties: {x: {type: string}}}, {type: 'null'}], discriminator: {propertyName: x}}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/AA'}, {type: 'null'}]}}}\n"
        "AA: {type: object, properties: {x: {type: string}}}",
    ),
    "a union with a nullable component": (
        "A: {properties: {a: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}}}\nB: {nullable: true, enum: [x, null]}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}, {type: 'null'}]}}}\n"
        "B: {type: string, enum: [x]}",
    ),
    "a reference into what is referred to": (
        "A: {properties: {a: {$ref: '#/components/schemas/B/properties/x'}, c: {$ref: '#/components/schemas/B/properties/x/properties/y'}}}\n"
        "B: {properties: {x: {properties: {y: {type: string}, again: {$ref: '#/components/schemas/B/properties/x'}}}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/BX'}, c: {$ref: '#/components/schemas/BXY'}}}\n"
        "B: {type: object, properties: {x: {$ref: '#/components/schemas/BX'}}}\n"
        "BX: {type: object, properties: {y: {$ref: '#/components/schemas/BXY'}, again: {$ref: '#/components/schemas/BX'}}}\n"
        "BXY: {type: string}",
    ),
    "names that other facts hold": (
        "A: {x-accepts: [b c], properties: {x: {type: string}}}\nb c: {properties: {x: {type: string}}}",
        "A: {type: object, x-accepts: [BC], properties: {x: {type: string}}}\n"
        "BC: {type: object, properties: {x: {type: string}}, x-spec-name: b c}",
    ),
    "a field that is its schema and more": (
        "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}}}",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/AA'}}}\n"
        "AA: {type: object, properties: {a: {$ref: '#/components/schemas/AA'}, b: {type: string}}}",
    ),
    "parts of allOf that only describe": (
        "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/A'}, {description: D.}, {nullable: true}]}}}",
        "A: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}], description: D.}}}",
    ),
    "texts with characters that hide or break": (
        'A: {type: string, description: "a\\u0085b\\u2028c\\u202ed\\0e\\r\\nf {{ x }} \\\\ año"}',
        'A: {type: string, description: "a\\nb\\ncde\\nf {{ x }} \\\\ año"}',
    ),
    "an example that does not fit": (
        "A: {type: integer, example: x}",
        "A: {type: integer, examples: [x]}",
    ),
    "empty places": (
        "A: {type: object, properties: null, description: null, required: null}",
        "A: {type: object, x-role: free-form, additionalProperties: true}",
    ),
}


@pytest.mark.parametrize(("before", "after"), KINDS.values(), ids=KINDS.keys())
def test_comes_out_as(before: str, after: str) -> None:
    assert normal(before) == yaml_files.parse(after)


@pytest.mark.parametrize("after", [after for _, after in KINDS.values()], ids=KINDS.keys())
def test_what_came_out_does_not_change_again(after: str) -> None:
    assert normal(after) == yaml_files.parse(after)


REF = "{{$ref: '#/components/schemas/A{}'}}"
REFUSED = {
    "a reference that leads nowhere": (
        "A: {properties: {a: {$ref: '#/components/schemas/Clinet'}}}\nClient: {type: object}",
        "components.schemas.A.properties.a: $ref '#/components/schemas/Clinet' leads nowhere. Did you mean 'Client'?",
    ),
    "a reference to itself": (
        "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}",
        "refers to itself. Let it refer to a definition.",
    ),
    "a reference to the document": (
        "A: {$ref: '#'}",
        "$ref '#' does not lead into this document. Refer to a component",
    ),
    "a reference to a file": (
        "A: {$ref: a.yaml}",
        "$ref 'a.yaml' does not lead into this document.",
    ),
    "a reference to a text": (
        "A: {$ref: '#/openapi'}",
        "$ref '#/openapi' leads to no object. Correct it.",
    ),
    "a reference to what is no schema": (
        "A: {$ref: '#/x'}",
        "x.properties: this must be an object. Correct it.",
    ),
    "a type that is none": (
        "A: {properties: {a: {type: date}}}",
        "components.schemas.A.properties.a.type: this must be one of string, number, integer, boolean, array, object, or a list of these. Correct it.",
    ),
    "fields that are no object": (
        "A: {properties: [a]}",
        "components.schemas.A.properties: this must be an object.",
    ),
    "a name for each value but one": (
        "A: {enum: [a, b], x-enum-varnames: [A]}",
        "components.schemas.A: x-enum-varnames has 1 names for 2 values. Give each value one.",
    ),
    "two enum values of one name": (
        "A: {enum: [a_b, a__b]}",
        "components.schemas.A: the values 'a_b' and 'a__b' would both be called A_B_LOWER."
        " Give all values different names with x-enum-varnames.",
    ),
    "two fields of one name": (
        "A: {properties: {tax-id: {}, tax_id: {}}}",
        "components.schemas.A.properties: the fields 'tax-id' and 'tax_id' would both be called"
        " tax_id. Choose another name for one of them with x-python-name in an overlay.",
    ),
    "a chosen name that is none": (
        "A: {properties: {a: {x-python-name: a b}}}",
        "components.schemas.A.properties.a.x-python-name: 'a b' is not a Python name. Correct it.",
    ),
    "too much merging": (
        "\n".join(
            f"A{n}: {{allOf: [{', '.join([REF.format(n - 1)] * 9)}]}}" for n in range(8, 0, -1)
        )
        + "\nA0: {type: object}",
        "too many schemas are merged here. Simplify allOf.",
    ),
}


@pytest.mark.parametrize(("schemas", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_in_one_sentence(schemas: str, expected: str) -> None:
    with pytest.raises(UnusableSpec) as caught:
        normalise(document(schemas, x={"properties": 1}))
    assert expected in str(caught.value)


NOTES: dict[str, tuple[str, list[str]]] = {
    "a class of another name": (
        "geo: {type: string}",
        ["components.schemas.geo: its class is called Geo."],
    ),
    "a field of another name": (
        "A: {properties: {a.b: {}}}",
        ["components.schemas.A.properties.a.b: it is called a_b in Python."],
    ),
    "an underscore after a keyword is not worth telling": ("A: {properties: {from: {}}}", []),
    "an enum value twice": (
        "A: {enum: [a, a]}",
        ["components.schemas.A: the value 'a' stands twice."],
    ),
    "two enum values of one name": (
        "A: {enum: [on-hold, on_hold, blocked]}",
        [
            "components.schemas.A: another value has the name of 'on-hold' too, which is called"
            " ON_DASH_HOLD. x-enum-varnames can name all values."
        ],
    ),
    "allOf of types that no value has": (
        "A: {properties: {a: {allOf: [{type: string}, {type: integer}]}}}",
        [
            "components.schemas.A.properties.a: allOf joins string and integer, and no value is"
            " both; it is read as any value."
        ],
    ),
    "allOf of enums that share no value": (
        "A: {allOf: [{enum: [a]}, {enum: [b]}]}",
        ["components.schemas.A: no value of the enums is in both; all of them are kept."],
    ),
    "a part of itself": (
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}\n"
        "B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}",
        [
            "components.schemas.B: 'A' is a part of itself by allOf; it adds nothing.",
            "components.schemas.A: this is another name for B.",
        ],
    ),
    "a dynamic reference": (
        "A: {$dynamicRef: '#a'}",
        ["components.schemas.A: dynamic references are not followed; it is read as any value."],
    ),
    "unions that multiply": (
        "A: {allOf: ["
        + ", ".join(
            ["{oneOf: [{properties: {a: {}}}, {properties: {b: {}}}, {properties: {c: {}}}]}"] * 5
        )
        + "]}",
        ["components.schemas.A: allOf joins unions to 81 variants; it is read as any value."],
    ),
    "a field that no model can have": (
        "A: {required: ['a\"'], properties: {'a\"': {}, b: {}}}",
        [
            "components.schemas.A: no model can have a field 'a\"'; it is read to"
            " additional_properties."
        ],
    ),
    "a description that is none": (
        "A: {properties: {a: {description: [x]}}}",
        ["components.schemas.A.properties.a.description: this must be a text and is left out."],
    ),
    "an enum that is none": (
        "A: {enum: [a, 1]}",
        ["components.schemas.A: an enum of such values is read as any value of their types."],
    ),
    "another name": (
        "A: {$ref: '#/components/schemas/B'}\nB: {type: string}",
        ["components.schemas.A: this is another name for B."],
    ),
    "a discriminator without variants": (
        "A: {properties: {k: {type: string}}, discriminator: {propertyName: k}}",
        [
            "components.schemas.A: a discriminator without oneOf is left out; values are read as this schema."
        ],
    ),
    "a discriminator that names no variant": (
        "A: {oneOf: [{properties: {a: {}}}, {properties: {b: {}}}], discriminator: {propertyName: k, mapping: {c: C}}}",
        [
            "components.schemas.A.discriminator.mapping.c: this value leads to no variant of the union and is left out."
        ],
    ),
}


@pytest.mark.parametrize(("schemas", "expected"), NOTES.values(), ids=NOTES.keys())
def test_tells(schemas: str, expected: list[str]) -> None:
    assert notes(schemas) == expected


def test_the_argument_is_left_as_it_is() -> None:
    before = document("A: {allOf: [{properties: {a: {nullable: true, type: string}}}]}")
    kept = document("A: {allOf: [{properties: {a: {nullable: true, type: string}}}]}")
    normalise(before)
    assert before == kept
