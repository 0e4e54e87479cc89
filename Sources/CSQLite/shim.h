#include <sqlite3.h>

// Swift cannot call a function of variadic arguments.
static inline int essaim_sqlite3_keep_no_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
