"""Server-made drawings of the household page: frozen values in, SVG out. No model, no request, no clock."""
