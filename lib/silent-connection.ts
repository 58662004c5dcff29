import type { Socket } from 'node:net'
import type pg from 'pg'

/**
 * In ms: a public process gives up a connection to the database on which nothing happens for so long. The statements of
 * its account end after 10 s, and the pool closes idle connections after 10 s.
 */
const SILENT = 11_000

/**
 * Breaks a connection on which nothing happens: of a server that was cut off or stands still, nobody says that it is
 * gone. Whoever waits for an answer then hears that the connection broke.
 */
export function giveUpSilent(client: pg.PoolClient, after = SILENT): void {
  // Not in the types of pg: the socket, or the TLS connection on it.
  const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection
  stream.setTimeout(after, () => stream.destroy())
}
