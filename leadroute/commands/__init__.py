"""One plain function a verb: gather, decide, commit."""
