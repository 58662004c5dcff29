import type { Driver, Outcome } from './driver'
import { mimeMessage } from './mime'
import { openSmtpConnection, type SmtpConnection } from './smtp-connection'
import { errorOutcome, type SmtpError } from './smtp-error'

/** Batches at once: while one is on its way, another is claimed, composed or settled. */
const BATCHES = 2
/**
 * Connections of a batch. A mail takes one round trip where the server takes several commands at once, else four: of a
 * server that is 50 ms away, each takes some twenty a second, else five.
 */
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
 * Sends by SMTP. SMTP has no idempotency key: if a server accepts a mail and its reply is lost, the mail is sent again
 * with the same Message-ID, by which a receiver can drop the duplicate. Batches are small so that a crash between
 * sending and recording repeats few, and that a slow server takes a whole one in its time; larger ones cost no less.
 */
export function openSmtp({ url, from, timeout = MAIL_TIMEOUT }: SmtpOptions): Driver {
  const idle: SmtpConnection[] = []

  return {
    batchSize: 50,
    concurrency: BATCHES,
    async send({ mails }) {
      const outcomes: Outcome[] = mails.map(() => ({ kind: 'retry', reason: 'unreachable', doubt: false }))
      let begun = 0
      let down = false
      const end = Date.now() + BATCH_TIME
      const next = () => {
        const index = begun
        const mail = mails[index]
        if (!mail || down || Date.now() > end) return
        begun += 1
        const settle = (error?: SmtpError) => {
          const outcome: Outcome = error ? errorOutcome(error) : { kind: 'accepted' }
          outcomes[index] = outcome
          // A server that is down is not tried again for the rest of the batch.
          if (outcome.kind === 'retry') down = true
        }
        return { message: mimeMessage(mail, from), settle }
      }
      const lane = async () => {
        const connection = idle.pop() ?? openSmtpConnection(url, timeout)
        while (begun < mails.length && !down && Date.now() < end) {
          await connection.send(next).catch((error: SmtpError) => {
            if (error.responseCode === undefined) down = true
          })
        }
        idle.push(connection)
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, lane))
      return outcomes
    },
    async close() {
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}
