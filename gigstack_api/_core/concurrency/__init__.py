"""Concurrency: work beside the caller, on asyncio and trio."""
