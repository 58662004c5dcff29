import { openSmtpConnection } from '@/lib/mail/gateway/smtp-connection'

// The bound of bench/mail.ts: the bytes of one mail (RAW_MAIL, base64), sent RAW_AMOUNT times by nodemailer's connections
// alone, as many as a worker has; nothing is claimed, opened, composed or recorded.
const LANES = 10
const raw = Buffer.from(process.env.RAW_MAIL ?? '', 'base64')

let left = Number(process.env.RAW_AMOUNT)
async function lane(): Promise<void> {
  const connection = openSmtpConnection(process.env.SMTP_URL ?? '', 10_000)
  while (left-- > 0)
    await connection.send({ envelope: { from: 'bench@localhost', to: [`person${left}@example.org`] }, raw })
  connection.close()
}
await Promise.all(Array.from({ length: LANES }, lane))
