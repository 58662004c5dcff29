const MINUTE = 60_000
const GB = 1e9

/** A worker whose heartbeat is older counts as dead, in seconds. */
export const MAX_HEARTBEAT_AGE = 60

/** Mail that has been due for longer is late, in ms. A worker normally takes it within seconds. */
export const MAIL_LATE = 10 * MINUTE

/** The minimum number of mails for shares to be meaningful, and the shares above which owners are notified. */
export const ENOUGH_MAILS = 50
export const MAX_BOUNCES = 0.02
export const MAX_COMPLAINTS = 0.001

/** A confirmed signature that waits longer for the ledger, and a batch overdue for longer, are late, in ms. */
export const LEDGER_LATE = 30 * MINUTE
export const BATCH_LATE = 5 * MINUTE

/** In ms; a recount runs each night. */
export const MAX_RECOUNT_AGE = 36 * 60 * MINUTE

/** In ms; the audit log is checked each night. */
export const MAX_CHECK_AGE = 36 * 60 * MINUTE

/** In ms; continuous archiving is never further behind. */
export const MAX_ARCHIVE_AGE = 60 * MINUTE

/** In ms; an erasure is normally listed outside the database within seconds. */
export const ERASURE_LATE = 10 * MINUTE

/** Minimum free bytes on a disk. */
export const MIN_FREE_DISK = 5 * GB

/** Maximum difference between two machines' clocks, in ms. */
export const MAX_CLOCKS_APART = 5_000

/** A share of the connections that the database allows. */
export const MAX_CONNECTIONS_USED = 0.8
