"""Writes the generated code of this project; with `--check` it compares instead."""

from gigstack_api.regenerate.writing import main

if __name__ == "__main__":
    main()
