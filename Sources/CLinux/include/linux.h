#ifndef KESU_LINUX_H
#define KESU_LINUX_H

// Calls of Linux that Swift's Glibc module does not import. Each returns 0, or the errno of the failed call.

/// Exchanges two paths of one file system in a single atomic step: renameat2 with RENAME_EXCHANGE.
int exchange_paths(const char *one, const char *other);

/// Brings everything written to the file system of an open file to the disk: syncfs.
int sync_file_system(int file);

#endif
