import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { Action, Paragraph } from './parts'

interface Props {
  to: string
  link: string
  expires: Date
  /** The first one: they have not asked for it. */
  invitation: boolean
}

/** The link by which staff sign in. The page behind it has a button: scanners that open links spend nothing. */
export function staffLink({ to, link, expires, invitation }: Props): Promise<ComposedMail> {
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
