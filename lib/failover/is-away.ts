import { z } from 'zod'

/** The database is away, and a request has waited for it too long, or too many are waiting already. */
export class DatabaseAway extends Error {}

/**
 * SQLSTATE (PostgreSQL, appendix A): 08 connection exceptions, also how PgBouncer says that it reaches no server; 25006
 * a standby, which cannot write; 53100 its disk is full, whereupon another takes over; 53300 too many connections, as
 * when everybody comes back at once; 57P01 to 57P03 shutting down, crashed, starting.
 */
const states = /^(?:08\w{3}|25006|53100|53300|57P0[123])$/

/** Prisma's codes for it: not reached, not in time, closed by the server, no free connection. */
const ofPrisma = /^P(?:1001|1002|1017|2024)$/

/** The server's own code inside an error of Prisma with another code (P2010, P2039). */
const passedOn = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

/** Node's codes for a server that cannot be reached over the network. */
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  // A name that is being moved to another address.
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** Errors of `pg` itself have no code: a connection that broke, and one that nobody opened in time. */
const ofClient =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** SQLSTATE: a statement or a lock took too long (prisma/roles.sql limits both), or two stood in each other's way. */
const givenUp = /^(?:57014|55P03|40001|40P01)$/
/** Prisma's codes for such a transaction. */
const givenUpOfPrisma = /^P20(?:28|34)$/

/**
 * Whether an error says that the database cannot be reached, or cannot write, at the moment, rather than something
 * about the statement. The statement may have been carried out all the same: its answer may be what was lost.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseAway || ofClient.test(error.message)) return true
  return codesOf(error).some((code) => states.test(code) || ofPrisma.test(code) || network.has(code))
}

/** Whether an error says that the database gave a statement up because it is too busy: nothing of it was done. */
export function isGivenUp(error: unknown): boolean {
  return codesOf(error).some((code) => givenUp.test(code) || givenUpOfPrisma.test(code))
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return []
  const inside = passedOn.safeParse(error).data?.meta.driverAdapterError.cause.originalCode
  return inside ? [error.code, inside] : [error.code]
}
