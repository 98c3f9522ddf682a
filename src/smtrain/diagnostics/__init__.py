"""What smtrain has to say about an author's text: a rule, a place, a message, a way to mend it."""

from smtrain.diagnostics.finding import Finding, Notes, Place
from smtrain.diagnostics.rule import Rule, Severity, rule
from smtrain.diagnostics.span import Span

__all__ = ["Finding", "Notes", "Place", "Rule", "Severity", "Span", "rule"]
