import { z } from 'zod'
import { db } from '@/lib/db'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { Action, Paragraph } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { momentInWords, zoneOf } from '@/lib/text/time-zone'
import { type AdminLanguage, adminLanguageOf, adminTranslator } from '@/messages/admin/translator'
import { renewSignInLink } from './sign-in-link'

/** The sealed content of a `staff_link` mail. */
const staffLinkMail = z.object({
  to: z.string(),
  link: z.string(),
  expires: z.string(),
  invitation: z.boolean().default(false),
})

export type StaffLinkMail = z.infer<typeof staffLinkMail>

/** Composes mails with sign-in links, each in its reader's language. Links used or revoked meanwhile are not sent. */
export const composeStaffLink = composeSealed(staffLinkMail, async (mail, now) => {
  // A mail that waited must not carry an expired link.
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
  /** The person's first link, which they have not requested. */
  invitation: boolean
}

/**
 * Renders the mail with a sign-in link. The page behind it has a button, so that scanners that follow links do not use
 * it up.
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
