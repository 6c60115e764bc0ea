"""The wording of every diagnostic, one TOML file a stage: see `shiryo.diagnostics.diagnose`."""
