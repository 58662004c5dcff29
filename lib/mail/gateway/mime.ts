import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import MimeNode from 'nodemailer/lib/mime-node'
import type { OutgoingMail } from './driver'
import { encodeText } from './encode-text'

export interface MimeMessage {
  envelope: MimeNode.Envelope
  raw: Buffer
}

/** Nothing that is encoded contains an underscore after a dash. */
const BOUNDARY = `-_${randomBytes(12).toString('hex')}`

/**
 * A mail as bytes, in two versions (RFC 2046, 5.1.4), with its envelope. nodemailer makes the headers; it would also
 * make the rest, as streams of streams, which took more of the processor than all else that a signature costs.
 */
export function mimeMessage(mail: OutgoingMail, from: string): MimeMessage {
  const { headers, envelope } = headOf(mail, from)
  const parts = [part('plain', mail.text), part('html', mail.html)].map((text) => `--${BOUNDARY}\r\n${text}\r\n`)
  return { envelope, raw: Buffer.from(`${headers}\r\n\r\n${parts.join('')}--${BOUNDARY}--\r\n`) }
}

interface Head {
  headers: string
  envelope: MimeNode.Envelope
}

/** Headers that many mails have in common: to make them costs more than all else here. */
const common = new LRUCache<string, Head>({ max: 100 })

/**
 * The Message-ID is derived from the mail (RFC 5322, 3.6.4), so that a receiver can recognise a duplicate. A recipient
 * is written as it is if it is plain; else nodemailer writes it, as an object, so that it is never parsed as a list.
 */
function headOf(mail: OutgoingMail, from: string): Head {
  const { to, id, subject, neutral, headers } = mail
  const own = `Message-ID: <${id}@${senderDomain(from)}>\r\nDate: ${new Date().toUTCString().replace('GMT', '+0000')}`
  if (!PLAIN_ADDRESS.test(to))
    return withOwn(own, newHead(mail, from, [{ key: 'To', value: { name: '', address: to } }]))
  const key = JSON.stringify([from, subject, neutral, headers])
  const known = common.get(key) ?? newHead(mail, from, [])
  common.set(key, known)
  return withOwn(`To: ${to}\r\n${own}`, { ...known, envelope: { ...known.envelope, to: [to] } })
}

/** RFC 5322, 3.4.1, `dot-atom`, in ASCII. */
const PLAIN_ADDRESS = /^[\w!#$%&'*+/=?^`{|}~.-]+@[a-z\d.-]+$/i

function withOwn(own: string, { headers, envelope }: Head): Head {
  return { headers: `${own}\r\n${headers}`, envelope }
}

function newHead(
  mail: OutgoingMail,
  from: string,
  recipient: { key: string; value: { name: string; address: string } }[],
): Head {
  const head = new MimeNode(`multipart/alternative; boundary="${BOUNDARY}"`)
  head.setHeader([
    { key: 'From', value: senderOf(mail, from) },
    ...recipient,
    { key: 'Subject', value: mail.subject },
    ...Object.entries(mail.headers ?? {}).map(([key, value]) => ({ key, value })),
  ])
  // nodemailer adds these two of its own.
  const headers = head.buildHeaders().replace(/^(Message-ID|Date): .*\r\n/gim, '')
  return { headers, envelope: head.getEnvelope() }
}

function part(kind: 'plain' | 'html', text: string): string {
  const { encoding, encoded } = encodeText(text)
  return `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoded}`
}

/** As the mail's recipient sees it: of a neutral mail the bare address. */
export function senderOf({ neutral = false }: Pick<OutgoingMail, 'neutral'>, from: string): string {
  return neutral ? (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from) : from
}

function senderDomain(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
