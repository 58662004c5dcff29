import type { OutgoingMail } from './driver'

/**
 * A mail in nodemailer's terms. The recipient is passed as an object, so that it is never parsed as a list; the
 * Message-ID is derived from the mail (RFC 5322, 3.6.4), so that a receiver can recognise a duplicate.
 */
export function mimeOptions(mail: OutgoingMail, from: string) {
  return {
    from: senderOf(mail, from),
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers,
    messageId: `<${mail.id}@${senderDomain(from)}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** As the mail's recipient sees it: of a neutral mail the bare address. */
export function senderOf({ neutral = false }: Pick<OutgoingMail, 'neutral'>, from: string): string {
  return neutral ? (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from) : from
}

function senderDomain(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
