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
  const subject = invitation ? 'You are invited to the desk' : 'Sign in to the desk'
  return renderMail(
    { locale: 'en', to, subject, preview: `The link works once, until ${until}.` },
    <>
      <Paragraph>
        {invitation
          ? 'An owner of the petition site has taken you on to work at its desk.'
          : 'Somebody, most likely you, asked to sign in to the desk of the petition site.'}
      </Paragraph>
      <Action locale="en" label="Sign in" link={link} />
      <Paragraph>
        The link works once, until {until}. Afterwards you {invitation ? 'set up' : 'are asked for'} your second factor.
        We never ask for either on the phone or by mail.
      </Paragraph>
      <Paragraph>
        {invitation
          ? 'You know nothing of it? Then do nothing, and ask an owner.'
          : 'It was not you? Then do nothing: without your second factor nobody gets in. If it happens again, tell an owner.'}
      </Paragraph>
    </>,
  )
}
