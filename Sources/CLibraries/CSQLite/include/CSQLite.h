#ifndef ENDEKS_CSQLITE_H
#define ENDEKS_CSQLITE_H

/// Has SQLite count no memory: else every allocation of every connection waits for one lock.
///
/// Before the first connection of the process; later it changes nothing. The seam is here because `sqlite3_config` takes
/// arguments that Swift cannot give.
void endeks_sqlite_without_memory_counts(void);

#endif
