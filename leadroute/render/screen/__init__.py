"""What a run shows on the screen: from values to Rich tables, in zh and en. Decides nothing.

Nothing is imported here: what shows an examination needs no engine.
"""
