"""Everything that knows HTTP and knows no endpoint. A room imports only from rooms above it.

frames          Frames of errors, cleared so that a traceback keeps nothing that was sent. Pure.
limits          Limits of the machine, explained: its memory, its open files. Pure.
logs            Lines of the log, with fields that tools can read.
schema          JSON values and models: field types, encoding, redaction. Pure.
files           Files, recognised by content, read for upload, verified and written to disk.
concurrency     Background tasks, and several calls at once.
workers         Rows in parallel, by a few tasks that take one after the other.
operations      Routes and operations: calls that are described but not sent. Pure.
http            One exchange with a host. The only room that knows an HTTP library.
responses       What an answer means: a value, drift, or an error. Pure.
retries         Whether and when a call is sent again. Pure.
pagination      Many calls as one list.
sending         One call carried out: prepared, attempted, judged, read.
resource        The base of the generated resources.
"""
