"""Translations: units out of a source file, and a `.po` file back into its text in another language."""

from smtrain.i18n.po import Entry, Po, read_po, refreshed
from smtrain.i18n.translate import translated
from smtrain.i18n.units import Unit, units

__all__ = ["Entry", "Po", "Unit", "read_po", "refreshed", "translated", "units"]
