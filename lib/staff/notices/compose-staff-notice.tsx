import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { Paragraph, Rule, SmallLink } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { zoneOf } from '@/lib/text/time-zone'
import { type AdminLanguage, adminLanguageOf, adminTranslator } from '@/messages/admin/translator'
import { readDetail } from './list-notices'
import { noticeKind } from './notice-kinds'

/** The sealed content of a `staff_notice` mail: a reference to its notices, not the address. */
const staffNoticeMail = z.object({ staffId: z.uuid(), mailedAt: z.iso.datetime() })

export type StaffNoticeMail = z.infer<typeof staffNoticeMail>

/** Composes mails with notices, each in its reader's language. */
export const composeStaffNotice = composeSealed(staffNoticeMail, composeNotices)

/**
 * Composes the mail with the notices that were marked as mailed at this time. Disabled people are only told that they
 * were disabled.
 */
export async function composeNotices({ staffId: id, mailedAt }: StaffNoticeMail): Promise<ComposedMail | null> {
  const person = await db().user.findUnique({
    where: { id },
    include: { notices: { where: { mailedAt: new Date(mailedAt) }, orderBy: { noticedAt: 'asc' } } },
  })
  const language = adminLanguageOf(person)
  const words = adminTranslator(language)
  const notices = (person?.notices ?? []).flatMap((row) => {
    const kind = noticeKind(row.kind)
    const detail = readDetail(row.detail, { zone: zoneOf(person?.timeZone), language })
    if (person?.disabledAt && !isOwnRole(row.kind, detail)) return []
    // Disabled people can open no page.
    const link = person?.disabledAt ? null : `${env().ADMIN_URL}${kind?.path(detail)}`
    return kind ? [{ says: kind.says(words, detail), link }] : []
  })
  const head = await db().auditEntry.findFirst({ orderBy: { seq: 'desc' } })
  const recordHead = head && `${head.seq}:${Buffer.from(head.hash).toString('hex')}`
  return person && notices.length > 0 ? render({ to: person.email, language, notices, recordHead }) : null
}

/** Tells whether the notice is about the reader's own role, the last one that a disabled person gets. */
function isOwnRole(kind: string, { to }: Record<string, string>): boolean {
  return kind === 'role_changed' && to === 'you'
}

interface Props {
  to: string
  language: AdminLanguage
  /** The notices, oldest first, each with the page that shows it. */
  notices: { says: string; link: string | null }[]
  /** The audit log's newest entry, `number:hash`: copies in mailboxes contradict a rewritten log. */
  recordHead: string | null
}

/** Renders notices to a member of staff. Their links lead to pages that require both factors; none signs in. */
function render({ to, language, notices, recordHead }: Props): Promise<ComposedMail> {
  const words = adminTranslator(language)
  const [first] = notices
  const subject = words('staffMail.subject', { number: notices.length })
  return renderMail(
    { locale: language, to, subject, preview: first?.says ?? subject },
    <>
      {notices.map(({ says, link }) => (
        <div key={`${says} ${link}`}>
          <Paragraph>{says}</Paragraph>
          {link && <SmallLink locale={language} label={words('staffMail.open')} link={link} />}
        </div>
      ))}
      <Rule />
      {recordHead && <Paragraph>{words('staffMail.auditHead', { head: recordHead })}</Paragraph>}
      <Paragraph>{words('staffMail.noticeSafety')}</Paragraph>
    </>,
  )
}
