"""Perspective plans and scenarios: what if we do it another way?"""
