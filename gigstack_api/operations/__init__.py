# Written by `make generate` from openapi.yaml; never edited.
"""The operations of the API, as `gigstack_api.operations.<resource>.<operation>`.

Each is a module. `build(...)` takes the arguments of the method of the resource and
describes the call without sending it; `await gig.request(...)` sends it and gives the
whole response. `ROUTE` holds what the spec says about the operation.
"""
