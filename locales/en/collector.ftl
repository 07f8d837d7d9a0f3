# The coordinator's half: keys, datasets, cells, reports
key-not-a-key = this is not the file of one private key: name the file that ends with .key, which was made together with the survey
key-locked = the key is locked with a passphrase
key-passphrase = this is not the passphrase of the key
key-too-much-work = the key is locked so thoroughly that this machine would need very long to open it
