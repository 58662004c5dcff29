import type { Socket } from 'node:net'
import type { MimeMessage } from './mime'
import type { SmtpError } from './smtp-error'
import { type Replies, readReplies, refusalOf } from './smtp-replies'

/** A mail to send, and the callback for its outcome. */
export interface Sending {
  message: MimeMessage
  settle(error?: SmtpError): void
}

/** Gives the mail to send after this one. It is called while this one is being sent. */
export type Next = () => Sending | undefined

/** An idle connection: greeted, secured and logged in, with no command unanswered. */
export interface Resting {
  socket: Socket
  /** The extensions that the server announced (RFC 5321, 4.1.1.1). */
  extensions: string[]
  /** Calls back when the connection breaks. @returns a function that ends this */
  onBroken(broken: (error: Error) => void): () => void
}

/**
 * Sends one mail after another to a server that takes several commands at once (RFC 2920): the text of a mail and the
 * envelope of the next are sent together. That is one round trip, one write and one read a mail, where nodemailer has
 * two of each. Afterwards the connection is idle again.
 * @param timeout in ms, for one mail
 * @throws SmtpError if the connection must not be used again; a mail whose text had not been sent is then not settled
 */
export async function sendPipelined(connection: Resting, first: Sending, next: Next, timeout: number): Promise<void> {
  const { socket, extensions } = connection
  const theirs = socket.listeners('data') as ((chunk: Buffer) => void)[]
  socket.removeAllListeners('data')
  const replies = readReplies(socket)
  const calm = connection.onBroken(replies.fail)
  const timer = setTimeout(() => replies.fail(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), timeout)
  const session = { replies, write: (data: Buffer | string) => void socket.write(data), extensions }
  try {
    socket.write(envelope(first, extensions))
    for (let mail: Sending | undefined = first; mail; timer.refresh()) mail = await sendOne(session, mail, next)
  } finally {
    clearTimeout(timer)
    calm()
    replies.stop()
    for (const listener of theirs) socket.on('data', listener)
  }
}

interface Session {
  replies: Replies
  write(data: Buffer | string): void
  extensions: string[]
}

/** Sends a mail whose envelope was sent, and the next one's envelope. @returns the next one, if there is one */
async function sendOne({ replies, write, extensions }: Session, mail: Sending, next: Next) {
  let open: Sending | undefined = mail
  let textLeft = false
  const settle = (error?: SmtpError) => {
    open?.settle(error)
    open = undefined
  }
  try {
    const refusal = await envelopeRefusal(replies)
    if (refusal) settle(refusal)
    const following = next()
    const commands = following ? envelope(following, extensions) : ''
    if (refusal) {
      write(`RSET\r\n${commands}`)
      const reply = await replies.next('RSET')
      if (!isKind(2, reply.code)) throw refusalOf('RSET', reply)
    } else {
      write(Buffer.concat([asText(mail.message.raw), Buffer.from(commands)]))
      textLeft = true
      const reply = await replies.next('DATA')
      settle(isKind(2, reply.code) ? undefined : refusalOf('DATA', reply))
    }
    return following
  } catch (error) {
    // Answered, or in doubt; otherwise it counts as not begun.
    if (textLeft || (error as SmtpError).responseCode !== undefined) settle(error as SmtpError)
    throw error
  }
}

function envelope({ message }: Sending, extensions: string[]): string {
  const { from, to } = message.envelope
  const path = `${from}${to.join()}`
  if (/[\s<>]/.test(path)) throw new Error('an address that is none')
  const foreign = /[^\0-\x7f]/.test(path) && extensions.some((line) => /^SMTPUTF8\b/i.test(line))
  return `MAIL FROM:<${from}>${foreign ? ' SMTPUTF8' : ''}\r\nRCPT TO:<${to.join()}>\r\nDATA\r\n`
}

/**
 * The server's permanent refusal of an envelope; undefined if it accepts the envelope and expects the text.
 * @throws SmtpError if it refused it temporarily, or expects a text although it refused the recipient
 */
async function envelopeRefusal(replies: Replies): Promise<SmtpError | undefined> {
  const sender = await replies.next('MAIL FROM')
  const recipient = await replies.next('RCPT TO')
  const data = await replies.next('DATA')
  const wantsText = isKind(3, data.code)
  if (isKind(2, sender.code) && isKind(2, recipient.code) && wantsText) return undefined
  const refusal = !isKind(2, sender.code)
    ? refusalOf('MAIL FROM', sender)
    : isKind(2, recipient.code)
      ? refusalOf('DATA', data)
      : refusalOf('RCPT TO', recipient)
  if (wantsText || !isKind(5, refusal.responseCode)) throw refusal
  return refusal
}

function isKind(kind: 2 | 3 | 5, code = 0): boolean {
  return Math.floor(code / 100) === kind
}

const END = Buffer.from('.\r\n')

/** The text as it is sent (RFC 5321, 4.5.2): a point that begins a line is doubled, and one alone ends it. */
function asText(raw: Buffer): Buffer {
  if (!raw.includes('\n.') && !raw.subarray(0, 1).equals(END.subarray(0, 1))) return Buffer.concat([raw, END])
  return Buffer.concat([Buffer.from(raw.toString('latin1').replace(/^\./gm, '..'), 'latin1'), END])
}
