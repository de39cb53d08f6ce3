"""What each operation does, as rules over state without HTTP: a handler is named like the operation
it answers.
"""
