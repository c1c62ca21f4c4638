"""The household page, its list, its command and its messages, measured (issue 2)."""
