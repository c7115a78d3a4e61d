"""Proofs about the rules of a rulebook: what can never match, what is covered, where rules overlap, what falls through.

Every field is cut into finitely many cells by the values the rules name; the engine itself says which tests hold in
a cell. A search over the cells then finds a lead, or shows that there is none.
"""
