"""Opens and checks what institutions published and contributors wrote; each mistake is a problem with its file and line."""
