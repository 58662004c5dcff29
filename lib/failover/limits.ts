/** In ms: how long a request may take while the database is away. The server cuts connections that are silent for 30 s. */
export const PATIENCE = 25_000
/** Requests that wait for the database at once, each with some ten kilobytes. */
export const MAX_WAITING = 4_000
/** Of one network. */
export const MAX_OF_NETWORK = 200
