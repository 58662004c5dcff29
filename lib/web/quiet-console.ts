import { redactError } from '@/lib/redact-error'

/** Next.js's message about a request for an action that no page of this build has. */
const unknownAction =
  /^(?:Failed to find Server Action|Invalid Server Action|The Server Reference ID|Invalid server reference)/i
/** In ms: how often such requests are logged at most. Anybody can send them. */
const LOG_INTERVAL = 60_000

/**
 * Restricts a console: of errors it logs only what failed and where, of texts only the first line without quoted parts.
 * Next.js logs messages and headers as they are, and both may hold what somebody typed.
 */
export function quietConsole(target: Pick<Console, 'error' | 'warn'>, clock = () => Date.now()): void {
  let noted = Number.NEGATIVE_INFINITY
  for (const level of ['error', 'warn'] as const) {
    const say = target[level].bind(target)
    target[level] = (...parts: unknown[]) => {
      if (!parts.some(isUnknownAction)) return say(parts.map(plain).join(' '))
      if (clock() - noted < LOG_INTERVAL) return
      noted = clock()
      say('framework: an action was asked for that this build has not')
    }
  }
}

function isUnknownAction(part: unknown): boolean {
  return unknownAction.test(part instanceof Error ? part.message : typeof part === 'string' ? part : '')
}

function plain(part: unknown): string {
  if (part instanceof Error) return redactError(part, 8)
  if (typeof part !== 'string') return typeof part
  const [first = '', ...rest] = part.split('\n')
  // A stack turned into text begins with the error's message.
  if (rest.some((line) => /^\s+at /.test(line))) return redactError(Object.assign(new Error(), { stack: part }), 8)
  return first.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, '…').slice(0, 2_000)
}
