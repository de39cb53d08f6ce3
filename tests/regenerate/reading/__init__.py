"""Tests of `gigstack_api.regenerate.reading`."""
