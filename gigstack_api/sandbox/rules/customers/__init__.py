"""Clients and services, on their own and embedded in other documents."""
