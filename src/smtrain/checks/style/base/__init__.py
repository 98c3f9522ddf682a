"""What advice on style is made of: prose with its places, sentences, words, questions."""
