import { z } from 'zod'
import { db } from '@/lib/db'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { Action, Paragraph } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { momentInWords, zoneOf } from '@/lib/text/time-zone'
import { type AdminLanguage, adminLanguageOf, adminTranslator } from '@/messages/admin/translator'
import { renewSignInLink } from './sign-in-link'

/** What is sealed with a mail of kind `staff_link`. */
const staffLinkMail = z.object({
  to: z.string(),
  link: z.string(),
  expires: z.string(),
  invitation: z.boolean().default(false),
})

export type StaffLinkMail = z.infer<typeof staffLinkMail>

/**
 * Composes mails with sign-in links, each in its reader's language. One whose link was used or revoked meanwhile is not
 * sent.
 */
export const composeStaffLink = composeSealed(staffLinkMail, async (mail, now) => {
  // A mail that had to wait must not carry an expired link.
  const expires = mail.invitation ? new Date(mail.expires) : await renewSignInLink(mail.link, now)
  if (!expires || expires <= now) return null
  const person = await db().user.findUnique({ where: { email: mail.to }, select: { language: true, timeZone: true } })
  return render({ ...mail, expires, language: adminLanguageOf(person), zone: zoneOf(person?.timeZone) })
})

interface Props {
  to: string
  link: string
  expires: Date
  language: AdminLanguage
  zone: string
  /** The first one: they have not requested it. */
  invitation: boolean
}

/**
 * The mail with the link by which staff sign in. The page behind it has a button: scanners that follow links spend
 * nothing.
 */
function render({ to, link, expires, language, zone, invitation }: Props): Promise<ComposedMail> {
  const words = adminTranslator(language)
  const until = words('staffMail.linkUntil', { until: momentInWords(expires, zone, language) })
  const subject = words(invitation ? 'staffMail.invitationSubject' : 'staffMail.linkSubject')
  return renderMail(
    { locale: language, to, subject, preview: until },
    <>
      <Paragraph>{words(invitation ? 'staffMail.invited' : 'staffMail.linkRequested')}</Paragraph>
      <Action locale={language} label={words('signIn.signIn')} link={link} />
      <Paragraph>
        {until} {words(invitation ? 'staffMail.invitationThen' : 'staffMail.linkThen')}
      </Paragraph>
      <Paragraph>{words(invitation ? 'staffMail.invitationUnexpected' : 'staffMail.linkNotYou')}</Paragraph>
    </>,
  )
}
