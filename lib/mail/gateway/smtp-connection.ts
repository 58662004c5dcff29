import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MimeMessage } from './mime'

export interface SmtpConnection {
  /**
   * Sends a mail, one at a time.
   * @throws Error of nodemailer, with `code`, `command` and what the server answered
   */
  send(mail: MimeMessage): Promise<void>
  close(): void
}

/**
 * A connection to a mail server: made when there is a mail to send, kept for the next ones, and made anew after an error
 * or when nothing was said for a while. nodemailer makes the connection; its transport, which would also compose mails,
 * takes as much of the processor again.
 * @param url `smtp://` or `smtps://`, with name and password
 * @param timeout in ms: how long the server may be silent; a mail may take twice that
 */
export function openSmtpConnection(url: string, timeout: number): SmtpConnection {
  const { auth, ...options } = parseConnectionUrl(url)
  const times = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout }
  let ready: SMTPConnection | undefined

  function newConnection(): SMTPConnection {
    const connection = new SMTPConnection({ ...options, ...times })
    // Each send listens for itself; the server may also end a connection that has nothing to send.
    connection.on('error', () => undefined)
    connection.on('end', () => {
      if (ready === connection) ready = undefined
    })
    return connection
  }

  function open(connection: SMTPConnection, done: (error?: Error | null) => void): void {
    const opened = (error?: Error | null) => {
      if (!error) ready = connection
      done(error)
    }
    connection.connect((error) => {
      if (error || !auth || !connection.allowsAuth) opened(error)
      else connection.login(auth, opened)
    })
  }

  return {
    send({ envelope, raw }) {
      const connection = ready ?? newConnection()
      return new Promise<void>((resolve, reject) => {
        const settle = (error?: Error | null) => {
          clearTimeout(timer)
          connection.off('error', settle)
          if (!error) return resolve()
          connection.close()
          reject(error)
        }
        // Cleared, unlike `AbortSignal.timeout`: else each mail sent would make an error, with its stack, 20 s later.
        const timer = setTimeout(() => settle(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), timeout * 2)
        connection.on('error', settle)
        const transmit = () => connection.send(envelope, raw, settle)
        if (connection === ready) transmit()
        else open(connection, (error) => (error ? settle(error) : transmit()))
      })
    },
    close() {
      ready?.quit()
    },
  }
}
