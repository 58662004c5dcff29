import { z } from 'zod'
import { composeSealed } from '@/lib/mail/compose-sealed'
import type { ComposedMail } from '@/lib/mail/gateway/driver'
import { Action, Paragraph } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { renewSignInLink } from './sign-in-link'

/** What is sealed with a mail of kind `staff_link`. */
const staffLinkMail = z.object({
  to: z.string(),
  link: z.string(),
  expires: z.string(),
  invitation: z.boolean().default(false),
})

export type StaffLinkMail = z.infer<typeof staffLinkMail>

/** Composes mails with sign-in links. One whose link was used or revoked meanwhile is not sent. */
export const composeStaffLink = composeSealed(staffLinkMail, async (mail, now) => {
  // A mail that had to wait must not carry an expired link.
  const expires = mail.invitation ? new Date(mail.expires) : await renewSignInLink(mail.link, now)
  return expires && expires > now ? render({ ...mail, expires }) : null
})

interface Props {
  to: string
  link: string
  expires: Date
  /** The first one: they have not requested it. */
  invitation: boolean
}

/**
 * The mail with the link by which staff sign in. The page behind it has a button: scanners that follow links spend
 * nothing.
 */
function render({ to, link, expires, invitation }: Props): Promise<ComposedMail> {
  const until = `${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const subject = invitation ? 'You have been invited to the petition site’s admin area' : 'Sign in to the admin area'
  return renderMail(
    { locale: 'en', to, subject, preview: `The link works once, until ${until}.` },
    <>
      <Paragraph>
        {invitation
          ? 'You have been invited to help run the petition site.'
          : 'Someone, most likely you, asked to sign in to the admin area of the petition site.'}
      </Paragraph>
      <Action locale="en" label="Sign in" link={link} />
      <Paragraph>
        The link works once, until {until}. Afterwards you {invitation ? 'set up' : 'are asked for'} your second factor.
        We never ask for either by phone or email.
      </Paragraph>
      <Paragraph>
        {invitation
          ? 'If you were not expecting this, ignore this email and contact an owner.'
          : 'If it was not you, ignore this email: nobody can get in without your second factor. If it happens again, tell an owner.'}
      </Paragraph>
    </>,
  )
}
