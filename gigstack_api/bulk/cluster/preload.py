"""Loaded by each local worker before it takes work: leaves Ctrl+C to the driver."""

import signal
from importlib import import_module

signal.signal(signal.SIGINT, signal.SIG_IGN)
import_module("gigstack_api.bulk.cluster.desk")  # the first batch finds it loaded
