import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

// The bound of bench/mail.ts: the bytes of one mail (RAW_MAIL, base64), sent RAW_AMOUNT times by nodemailer's
// connections alone, as many as a worker has; nothing is claimed, opened, composed or recorded.
const LANES = 10
const raw = Buffer.from(process.env.RAW_MAIL ?? '', 'base64')

let left = Number(process.env.RAW_AMOUNT)
async function lane(): Promise<void> {
  const connection = new SMTPConnection(parseConnectionUrl(process.env.SMTP_URL ?? ''))
  await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())))
  while (left-- > 0) {
    const envelope = { from: 'bench@localhost', to: [`person${left}@example.org`] }
    await new Promise<void>((resolve, reject) =>
      connection.send(envelope, raw, (error) => (error ? reject(error) : resolve())),
    )
  }
  connection.quit()
}
await Promise.all(Array.from({ length: LANES }, lane))
