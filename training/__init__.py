"""How the scorer that ships with Legation is trained: ``python -m training``."""
