"""Tests, mirroring the package; nothing here touches the network or the clock."""
