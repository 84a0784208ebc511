"""The сборник: records of a collection as one book, and the book as PDF, EPUB and DOCX."""
