import { isMainThread, workerData } from 'node:worker_threads'
import { redactError } from '@/lib/redact-error'

type Level = 'log' | 'info' | 'warn' | 'error'

/** Maps console levels to the severities that log collectors sort by. */
const severities: Record<Level, string> = { log: 'info', info: 'info', warn: 'warn', error: 'error' }

/** As lib/web/log-unexpected.ts puts it before the line that a person with that number asks about. */
const referenced = /^([0-9A-F]{10}) (.*)$/s

/**
 * With LOG_FORMAT=json, makes every line of this thread's console one JSON object: also those of the framework, of
 * Node's warnings and of what ends the process. Messages are what they were, and hold nothing about a person.
 */
export function logAsJson(): void {
  if (process.env.LOG_FORMAT !== 'json') return
  jsonConsole(console, { role: process.env.ROLE ?? 'all', part: partName() })
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => console.warn(`node: ${name}: ${message}`))
  if (!isMainThread) return
  process.on('uncaughtException', (error) => {
    console.error(`ended: ${redactError(error, 8)}`)
    process.exit(1)
  })
}

/** The same for a given console. */
export function jsonConsole(
  target: Pick<Console, Level>,
  origin: { role: string; part: string },
  now = () => new Date(),
): void {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const say = target[level].bind(target)
    target[level] = (...parts: unknown[]) => {
      const text = parts.map(asText).join(' ')
      const [, reference, rest] = referenced.exec(text) ?? []
      const message = rest ?? text
      say(JSON.stringify({ at: now().toISOString(), level: severities[level], ...origin, reference, message }))
    }
  }
}

/** An object's fields may hold what somebody typed. */
function asText(part: unknown): string {
  if (part instanceof Error) return redactError(part, 8)
  return typeof part === 'string' ? part : typeof part
}

function partName(): string {
  if (isMainThread) return 'main'
  return workerData ? 'framework' : 'worker'
}
