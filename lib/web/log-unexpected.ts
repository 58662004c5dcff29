import { randomBytes } from 'node:crypto'
import { noteCount } from '@/lib/metrics/note'
import { redactError } from '@/lib/redact-error'

/**
 * Logs an unexpected error under a new reference number, which the person sees. Messages, paths and bodies are not
 * logged.
 */
export function logUnexpected(what: string, error: unknown): string {
  noteCount('errors', what)
  const reference = randomBytes(5).toString('hex').toUpperCase()
  console.error(`${reference} ${what}: ${redactError(error, 8)}`)
  return reference
}
