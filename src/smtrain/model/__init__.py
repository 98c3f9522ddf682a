"""The course as smtrain understands it: typed, frozen, free of Markdown and XML."""
