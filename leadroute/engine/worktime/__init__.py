"""Working time as arithmetic: which days are worked, moments so much work later, stretches nobody is there. Pure."""
