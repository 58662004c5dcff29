import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { MailRow } from '@/lib/mail/mail-row'
import { staffNotice } from '@/lib/mail/messages/staff-notice'
import type { Composer } from '@/lib/mail/send-due'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { noticeKind } from './notice-kinds'

/** What is sealed with a mail of kind `staff_notice`: which notices, never the address. */
const staffNoticeMail = z.object({ staffId: z.uuid(), mailedAt: z.iso.datetime() })

export type StaffNoticeMail = z.infer<typeof staffNoticeMail>

const detailOf = z.record(z.string(), z.string())

/** Composes mails with notices to staff; none for people who have been disabled. */
export const composeStaffNotice: Composer = (rows) => Promise.all(rows.map(compose))

async function compose({ sealed }: MailRow) {
  const mail = tryOpen(() => sealed && openRecord(sealed, staffNoticeMail))
  if (!mail) return 'unreadable'
  const { staffId: id, mailedAt } = mail
  const person = await db().user.findFirst({
    where: { id, disabledAt: null },
    include: { notices: { where: { mailedAt: new Date(mailedAt) }, orderBy: { noticedAt: 'asc' } } },
  })
  const notices = (person?.notices ?? []).flatMap((row) => {
    const kind = noticeKind(row.kind)
    const detail = detailOf.parse(JSON.parse(row.detail))
    return kind ? [{ says: kind.says(detail), link: `${env().SITE_URL}${kind.path(detail)}` }] : []
  })
  const head = await db().auditEntry.findFirst({ orderBy: { seq: 'desc' } })
  const recordHead = head && `${head.seq}:${Buffer.from(head.hash).toString('hex')}`
  return person && notices.length > 0 ? staffNotice({ to: person.email, notices, recordHead }) : null
}
