"""The one writer of stdout: kinds of records, formats, exit codes."""
