"""smtrain compiles training modules written in Markdown into packages that any LMS takes."""

__version__ = "0.1.0"
