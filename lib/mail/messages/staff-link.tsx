import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { Action, Paragraph } from './parts'

/** The link by which staff sign in. The page behind it has a button: scanners that open links spend nothing. */
export function staffLink({ to, link, expires }: { to: string; link: string; expires: Date }): Promise<ComposedMail> {
  const until = `${expires.toISOString().slice(11, 16)} UTC`
  return renderMail(
    { locale: 'en', to, subject: 'Sign in to the desk', preview: `The link works once, until ${until}.` },
    <>
      <Paragraph>Somebody, most likely you, asked to sign in to the desk of the petition site.</Paragraph>
      <Action locale="en" label="Sign in" link={link} />
      <Paragraph>
        The link works once, until {until}. Afterwards you are asked for your second factor. We never ask for either on
        the phone or by mail.
      </Paragraph>
      <Paragraph>
        It was not you? Then do nothing: without your second factor nobody gets in. If it happens again, tell an owner.
      </Paragraph>
    </>,
  )
}
