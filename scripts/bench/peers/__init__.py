"""The peers, each as its users get it. Not type-checked: their packages are in an environment of
their own.
"""
