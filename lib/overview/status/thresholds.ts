const MINUTE = 60_000
const GB = 1e9

/** In seconds: a worker whose heartbeat is older counts as dead. */
export const MAX_HEARTBEAT_AGE = 60

/** In ms: mail that is due for longer than this is late. A worker takes it within seconds. */
export const MAIL_LATE = 10 * MINUTE

/** Of how many mails at least bounces and complaints are a share worth telling, and which share. */
export const ENOUGH_MAILS = 50
export const MAX_BOUNCES = 0.02
export const MAX_COMPLAINTS = 0.001

/** In ms: a confirmed signature that waits longer for the ledger, and a batch that is due for longer, are late. */
export const LEDGER_LATE = 30 * MINUTE
export const BATCH_LATE = 5 * MINUTE

/** In ms: a recount is made each night. */
export const MAX_RECOUNT_AGE = 36 * 60 * MINUTE

/** In ms: the audit log is checked each night. */
export const MAX_CHECK_AGE = 36 * 60 * MINUTE

/** In ms: what is archived as it is written is never older, once it is. */
export const MAX_ARCHIVE_AGE = 60 * MINUTE

/** In ms: an erasure is listed outside the database within seconds. */
export const ERASURE_LATE = 10 * MINUTE

/** In bytes: what has to stay free on a disk. */
export const MIN_FREE_DISK = 5 * GB

/** In ms: how far the clocks of two machines may be apart. */
export const MAX_CLOCKS_APART = 5_000

/** Of all connections that the database allows. */
export const MAX_CONNECTIONS_USED = 0.8
