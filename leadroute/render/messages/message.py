"""The words of one diagnostic code."""

from __future__ import annotations

from dataclasses import dataclass

from leadroute.model.rulebook import Language


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong and what to do about it, with ``{facts}`` to fill in, in both languages."""

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""

    def text(self, language: Language) -> str:
        """What is wrong."""
        return self.zh if language is Language.ZH else self.en

    def hint(self, language: Language) -> str:
        """What to do."""
        return self.zh_hint if language is Language.ZH else self.en_hint
