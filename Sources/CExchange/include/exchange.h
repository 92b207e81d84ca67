#ifndef EXCHANGE_H
#define EXCHANGE_H

/// Exchanges two paths of one file system in a single atomic step: renameat2 with RENAME_EXCHANGE.
/// Returns 0, or the errno of the failed call. Swift's Glibc module does not import renameat2.
int exchange_paths(const char *one, const char *other);

#endif
