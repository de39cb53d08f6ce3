"""Operations: what a call sends, and how its answer is read."""
