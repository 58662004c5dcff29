import type { Socket } from 'node:net'
import type { SmtpError } from './smtp-error'

export interface Replies {
  /**
   * The next reply to a command that was written.
   * @throws SmtpError if the connection broke, or the server ends it (421)
   */
  next(command: string): Promise<SmtpReply>
  /** Ends the waiting: nothing more will come. */
  fail(error: Error): void
  /** Reads no longer. */
  stop(): void
}

interface SmtpReply {
  code: number
  /** Its first line. */
  text: string
}

/** In characters: a server that never ends its reply fills no memory. */
const LONGEST = 64 * 1024

/** Reads the replies of a mail server (RFC 5321, 4.2), in order, each of one line or several. */
export function readReplies(socket: Socket): Replies {
  const arrived: SmtpReply[] = []
  let waiting: { resolve: (reply: SmtpReply) => void; reject: (error: Error) => void } | undefined
  let failure: Error | undefined
  let rest = ''
  let first: string | undefined

  function fail(error: Error): void {
    failure ??= error
    waiting?.reject(failure)
    waiting = undefined
  }

  function readLine(line: string): void {
    const found = /^([2-5]\d\d)([ -]|$)/.exec(line)
    if (!found) fail(new Error('not a reply'))
    // Nothing after it can be told whose answer it is.
    if (!found || failure) return
    first ??= line
    if (found[2] === '-') return
    const reply = { code: Number(found[1]), text: first }
    first = undefined
    if (waiting) waiting.resolve(reply)
    else arrived.push(reply)
    waiting = undefined
  }

  function read(chunk: Buffer): void {
    rest += chunk.toString('latin1')
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).replace(/\r$/, '')
      rest = rest.slice(end + 1)
      readLine(line)
    }
    if (rest.length > LONGEST) fail(new Error('a reply without an end'))
  }

  socket.on('data', read)
  return {
    async next(command) {
      const reply =
        arrived.shift() ??
        (await new Promise<SmtpReply>((resolve, reject) => {
          if (failure) reject(failure)
          else waiting = { resolve, reject }
        }))
      if (reply.code === 421) throw refusalOf(command, reply)
      return reply
    },
    fail,
    stop: () => socket.off('data', read),
  }
}

/** An answer of the server as an error. */
export function refusalOf(command: string, { code, text }: SmtpReply): SmtpError {
  return Object.assign(new Error('refused'), { command, responseCode: code, response: text })
}
