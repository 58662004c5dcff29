import type { Driver, Outcome, OutgoingMail } from './driver'
import { mimeMessage } from './mime'
import { openSmtpConnection, type SmtpConnection } from './smtp-connection'

/** Batches at once: while one is on its way, another is claimed, composed or settled. */
const BATCHES = 2
/** Connections of a batch. A mail takes four round trips, so that a distant server takes some ten a second of each. */
const CONNECTIONS = 5
/** In ms: how long a server may be silent, and how long a batch may take before no further mail is begun. */
const MAIL_TIMEOUT = 10_000
const BATCH_TIME = 20_000

export interface SmtpOptions {
  url: string
  from: string
  timeout?: number
}

/**
 * Sends by SMTP, one mail at a time. SMTP has no idempotency key: if a server accepts a mail and its reply is lost, the
 * mail is sent again with the same Message-ID, by which a receiver can drop the duplicate. Batches are small so that a
 * crash between sending and recording repeats few.
 */
export function openSmtp({ url, from, timeout = MAIL_TIMEOUT }: SmtpOptions): Driver {
  const idle: SmtpConnection[] = []

  async function sendOne(mail: OutgoingMail): Promise<Outcome> {
    const connection = idle.pop() ?? openSmtpConnection(url, timeout)
    try {
      await connection.send(mimeMessage(mail, from))
      return { kind: 'accepted' }
    } catch (error) {
      return errorOutcome(error as SmtpError)
    } finally {
      idle.push(connection)
    }
  }

  return {
    batchSize: 50,
    concurrency: BATCHES,
    async send({ mails }) {
      const outcomes: Outcome[] = mails.map(() => ({ kind: 'retry', reason: 'unreachable', doubt: false }))
      let next = 0
      let down = false
      const end = Date.now() + BATCH_TIME
      const lane = async () => {
        while (next < mails.length && !down && Date.now() < end) {
          const index = next++
          const mail = mails[index]
          if (!mail) return
          const outcome = await sendOne(mail)
          outcomes[index] = outcome
          // A server that is down is not tried again for the rest of the batch.
          if (outcome.kind === 'retry') down = true
        }
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, lane))
      return outcomes
    },
    async close() {
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}

interface SmtpError extends Error {
  code?: string
  command?: string
  syscall?: string
  responseCode?: number
  response?: string
}

/** RFC 5321, 4.2.1: 4yz is temporary, 5yz permanent; errors before the recipient are about us, not about them. */
function errorOutcome(error: SmtpError): Outcome {
  const { code, command, responseCode, response = '' } = error
  if (responseCode === undefined) {
    const ours = ['EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG'].includes(code ?? '')
    return { kind: 'retry', reason: ours ? 'misconfigured' : 'unreachable', doubt: !ours && !neverConnected(error) }
  }
  if (responseCode < 500) {
    return { kind: 'retry', reason: responseCode === 421 ? 'rate_limited' : 'provider_error', doubt: false }
  }
  // A policy of the receiver (RFC 3463, X.7) is about the mail or about us; the address did not bounce.
  const policy = /^5\d\d[ -]5\.7\./.test(response)
  if (command === 'RCPT TO') return { kind: 'refused', reason: policy ? 'content_refused' : 'address_refused' }
  if (command === 'DATA') return { kind: 'refused', reason: 'content_refused' }
  return { kind: 'retry', reason: 'misconfigured', doubt: false }
}

/** A connection that broke later does not show how far the mail had come. */
function neverConnected({ code, syscall }: SmtpError): boolean {
  return syscall === 'connect' || code === 'EDNS'
}
