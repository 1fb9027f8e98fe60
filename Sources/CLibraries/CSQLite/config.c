#include "CSQLite.h"
#include <sqlite3.h>

void endeks_sqlite_without_memory_counts(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
