"""A call described, not sent: what is asked for and how its answer is decoded. Pure."""
