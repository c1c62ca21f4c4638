"""The calculation library by example: each test is a published result, and a chapter of its documentation.

`python -m tests.spec` writes docs/reference/rekenmodel-examples.md from these tests.
"""
