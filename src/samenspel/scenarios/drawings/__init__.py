"""The drawings of the calculation: what the rules laid out, as SVG."""
