"""The messages of proto/*.proto. `tools/setup` generates the modules beside this file."""
