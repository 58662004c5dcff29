import { randomBytes } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'
import type { OutgoingMail } from './driver'
import { encodeText } from './encode-text'

export interface MimeMessage {
  envelope: MimeNode.Envelope
  raw: Buffer
}

/**
 * A mail as bytes, in two versions (RFC 2046, 5.1.4), with its envelope. nodemailer makes the headers; it would also make
 * the rest, as streams of streams, which took more of the processor than all else that a signature costs.
 *
 * The recipient is passed as an object, so that it is never parsed as a list; the Message-ID is derived from the mail
 * (RFC 5322, 3.6.4), so that a receiver can recognise a duplicate.
 */
export function mimeMessage(mail: OutgoingMail, from: string): MimeMessage {
  // Nothing that is encoded contains an underscore after a dash.
  const boundary = `-_${randomBytes(12).toString('hex')}`
  const head = new MimeNode(`multipart/alternative; boundary="${boundary}"`)
  head.setHeader([
    { key: 'From', value: senderOf(mail, from) },
    { key: 'To', value: { name: '', address: mail.to } },
    { key: 'Subject', value: mail.subject },
    { key: 'Message-ID', value: `<${mail.id}@${senderDomain(from)}>` },
    ...Object.entries(mail.headers ?? {}).map(([key, value]) => ({ key, value })),
  ])
  const parts = [part('plain', mail.text), part('html', mail.html)].map((text) => `--${boundary}\r\n${text}\r\n`)
  const raw = Buffer.from(`${head.buildHeaders()}\r\n\r\n${parts.join('')}--${boundary}--\r\n`)
  return { envelope: head.getEnvelope(), raw }
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
