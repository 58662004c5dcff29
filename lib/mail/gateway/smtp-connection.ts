import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Next, type Resting, type Sending, sendPipelined } from './send-pipelined'

export interface SmtpConnection {
  /**
   * Sends mails, one after another, until there is no next one.
   * @throws SmtpError when the connection breaks or the server ends it; a mail whose text had not left is not settled
   */
  send(next: Next): Promise<void>
  close(): void
}

/**
 * A connection to a mail server: made when there is a mail to send, kept for the next ones, and made again after an
 * error or when nothing was said for a while. nodemailer makes it, secures it, logs in, and sends the first mail; to a
 * server that takes several commands at once the next ones go by `sendPipelined`.
 * @param url `smtp://` or `smtps://`, with name and password
 * @param timeout in ms: how long the server may be silent; a mail may take twice that
 */
export function openSmtpConnection(url: string, timeout: number): SmtpConnection {
  const { auth, ...options } = parseConnectionUrl(url)
  const times = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout }
  let ready: SMTPConnection | undefined
  let extensions: string[] = []

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

  /** One mail, by nodemailer. */
  function sendOne(connection: SMTPConnection, { message, settle }: Sending): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const settled = (error?: Error | null, info?: { ehlo?: string[] | undefined }) => {
        clearTimeout(timer)
        connection.off('error', settled)
        settle(error ?? undefined)
        if (error) return reject(error)
        extensions = info?.ehlo ?? []
        resolve()
      }
      // Cleared, unlike `AbortSignal.timeout`: else each mail sent would make an error, with its stack, 20 s later.
      const timer = setTimeout(() => settled(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), timeout * 2)
      connection.on('error', settled)
      const transmit = () => connection.send(message.envelope, message.raw, settled)
      if (connection === ready) transmit()
      else open(connection, (error) => (error ? settled(error) : transmit()))
    })
  }

  return {
    async send(next) {
      for (let mail = next(); mail; mail = next()) {
        const connection = ready ?? newConnection()
        try {
          if (connection === ready && extensions.some((line) => /^PIPELINING$/i.test(line))) {
            await sendPipelined(resting(connection, extensions), mail, next, timeout * 2)
          } else await sendOne(connection, mail)
        } catch (error) {
          connection.close()
          throw error
        }
      }
    },
    close() {
      ready?.quit()
    },
  }
}

function resting(connection: SMTPConnection, extensions: string[]): Resting {
  if (!connection._socket) throw new Error('there is no connection')
  return {
    socket: connection._socket,
    extensions,
    onBroken(broken) {
      const ended = () => broken(new Error('the connection ended'))
      connection.on('error', broken).on('end', ended)
      return () => void connection.off('error', broken).off('end', ended)
    },
  }
}
