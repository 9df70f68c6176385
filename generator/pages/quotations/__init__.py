"""What pages quote from the documents: mentions in their context and whole passages, with links to the terms in them."""
