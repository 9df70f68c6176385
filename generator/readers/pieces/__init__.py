"""What all readers share: drafts become blocks, in the spelling of the text."""
