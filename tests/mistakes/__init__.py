"""The gallery of mistakes: NNN_name.yaml, and what people read about it in NNN_name.zh.txt and NNN_name.en.txt."""
