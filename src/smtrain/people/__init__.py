"""HR's side: people come in as a roster, and who must take what goes out as enrolments. All of it pure."""
