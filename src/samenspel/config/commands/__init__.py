"""The commands of `samenspel`: each module has USAGE and run(words, language)."""
