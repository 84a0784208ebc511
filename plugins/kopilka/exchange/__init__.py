"""Records in and out: canonical files, Word and Excel forms, applications by e-mail, proposals."""
