import { createServer, type Socket } from 'node:net'

export interface MailSink {
  /** For `SMTP_URL`. */
  url: string
  /** The number of mails accepted so far, and the bytes of the last one. */
  accepted: number
  last: string
  /** The token in the mail to an address, once it has arrived. */
  tokenFor: (address: string) => Promise<string>
  /** How many people got a mail twice under another Message-ID: their mail program cannot know that it is the same. */
  doubled: () => number
  /** Refuses all connections, and ends those there are. */
  down: () => Promise<void>
  up: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * A mail server that accepts everything (RFC 5321), several commands at once as the common ones do (RFC 2920), and
 * reads the mailed link. A general one would take as much time per mail as the site, and would be measured instead of
 * it.
 */
export async function openMailSink(): Promise<MailSink> {
  const tokens = new Map<string, string>()
  const waiting = new Map<string, (token: string) => void>()
  const sockets = new Set<Socket>()
  const seen = new Map<string, string>()
  const twice = new Set<string>()
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  let port = 0
  const sink = {
    url: '',
    accepted: 0,
    last: '',
    tokenFor: (address: string) =>
      new Promise<string>((resolve) => {
        const token = tokens.get(address)
        if (token) resolve(token)
        else waiting.set(address, resolve)
        tokens.delete(address)
      }),
    doubled: () => twice.size,
    down: close,
    up: () => listen(port),
    stop: close,
  }

  const take = (address: string, mail: string) => {
    sink.accepted += 1
    sink.last = mail
    // Quoted-printable breaks lines with "=" (RFC 2045, 6.7). The link is in the first version of the mail.
    const found = LINK.exec(mail.slice(0, BEGINNING).replace(/=\r\n/g, '')) ?? LINK.exec(mail.replace(/=\r\n/g, ''))
    if (!found) return
    const token = apart(found[1])
    const id = apart(/^Message-ID: *(.+)$/im.exec(mail)?.[1])
    if ((seen.get(address) ?? id) !== id) twice.add(address)
    seen.set(address, id)
    const wanted = waiting.get(address)
    if (wanted) wanted(token)
    else tokens.set(address, token)
    waiting.delete(address)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    let text = ''
    let to = ''
    let inMail = false
    socket.write('220 sink ESMTP\r\n')
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      // Replies to commands that came together leave together (RFC 2920, 3.2).
      let replies = ''
      for (;;) {
        const end = inMail ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n')
        if (end < 0) break
        const line = text.slice(0, end)
        text = text.slice(end + (inMail ? 5 : 2))
        if (inMail) {
          inMail = false
          take(to, line)
          replies += '250 accepted\r\n'
          continue
        }
        const verb = line.slice(0, 4).toUpperCase()
        if (verb === 'RCPT') to = apart(/<([^>]*)>/.exec(line)?.[1])
        inMail = verb === 'DATA'
        if (verb === 'EHLO') replies += '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n'
        else if (verb === 'DATA') replies += '354 go on\r\n'
        else if (verb === 'QUIT') return void socket.end(`${replies}221 bye\r\n`)
        else replies += '250 ok\r\n'
      }
      if (replies) socket.write(replies)
    })
  })
  await listen(0)
  const address = server.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
  sink.url = `smtp://127.0.0.1:${port}`
  return sink
}

const LINK = /\/signature\/([\w-]{43})/
/** In characters. */
const BEGINNING = 4_096

/** A part of a text on its own: V8 would keep the whole text as long as the part, which here is 13 kB for each mail. */
function apart(part = ''): string {
  return Buffer.from(part, 'latin1').toString('latin1')
}
