"""The rules for openapi.yaml: functions from a spec to findings, as `where: what to do`."""
