"""Documents → a Course: each kind reads its blocks, ids and links are resolved."""

from smtrain.assemble.module import ModuleSource, assemble

__all__ = ["ModuleSource", "assemble"]
