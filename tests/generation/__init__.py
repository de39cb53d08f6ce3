"""The promises of `gigstack_api.regenerate` and its templates, tested on specs of a few lines."""
