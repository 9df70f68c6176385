"""The only modules that spell Markdown, HTML, CSV and iCalendar, and that write files."""
