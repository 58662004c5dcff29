/**
 * In ms: how long a request may take while the database is away. The server cuts connections that are silent for 45 s;
 * a failover took some 25 s (bench/failover.md).
 */
export const PATIENCE = 40_000
/** Requests that wait for the database at once, each with some ten kilobytes. */
export const MAX_WAITING = 4_000
/** The number of requests of one network that may wait for the database at once. */
export const MAX_OF_NETWORK = 200
