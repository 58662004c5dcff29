import { randomBytes } from 'node:crypto'

/** Logs an unexpected error under a new reference number, which the person sees. Paths and bodies stay out of the log. */
export function logUnexpected(what: string, error: unknown): string {
  const reference = randomBytes(5).toString('hex').toUpperCase()
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`${reference} ${what}: ${text}`)
  return reference
}
