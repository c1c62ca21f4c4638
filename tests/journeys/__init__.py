"""Journeys through the real application: a real server, a real database, a real browser."""
