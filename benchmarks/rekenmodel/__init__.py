"""The calculation model, measured beside others and beside the limit of the machine (issue 4)."""
