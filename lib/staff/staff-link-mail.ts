import { z } from 'zod'
import type { MailRow } from '@/lib/mail/mail-row'
import { staffLink } from '@/lib/mail/messages/staff-link'
import type { Composer } from '@/lib/mail/send-due'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { renewSignInLink } from './sign-in-link'

/** What is sealed with a mail of kind `staff_link`. */
const staffLinkMail = z.object({
  to: z.string(),
  link: z.string(),
  expires: z.string(),
  invitation: z.boolean().default(false),
})

export type StaffLinkMail = z.infer<typeof staffLinkMail>

/** Composes mails with sign-in links. One whose link was used or taken back meanwhile is not sent. */
export const composeStaffLink: Composer = (rows, now) => Promise.all(rows.map((row) => compose(row, now)))

async function compose({ sealed }: MailRow, now: Date) {
  const mail = tryOpen(() => sealed && openRecord(sealed, staffLinkMail))
  if (!mail) return 'unreadable'
  // A mail that had to wait its turn must not carry a link that is over.
  const expires = mail.invitation ? new Date(mail.expires) : await renewSignInLink(mail.link, now)
  return expires && expires > now ? staffLink({ ...mail, expires }) : null
}
