import type { ComposedMail } from '../gateway/driver'
import { renderMail } from '../render-mail'
import { Paragraph, Rule, SmallLink } from './parts'

interface Props {
  to: string
  /** What there is to know, oldest first, each with the page that shows it. */
  notices: { says: string; link: string }[]
  /** Of the audit record at this moment, `number:hash`: kept in mailboxes, where a rewritten record is contradicted. */
  recordHead: string | null
}

/** What somebody of the staff must know. The links lead to pages that ask for both factors: no link here signs in. */
export function staffNotice({ to, notices, recordHead }: Props): Promise<ComposedMail> {
  const [first] = notices
  const subject = notices.length === 1 ? 'Admin: one notice' : `Admin: ${notices.length} notices`
  return renderMail(
    { locale: 'en', to, subject, preview: first?.says ?? subject },
    <>
      {notices.map(({ says, link }) => (
        <div key={`${says} ${link}`}>
          <Paragraph>{says}</Paragraph>
          <SmallLink locale="en" label="Look:" link={link} />
        </div>
      ))}
      <Rule />
      {recordHead && <Paragraph>Head of the audit log: {recordHead}</Paragraph>}
      <Paragraph>No link in this email signs you in. We never ask for a code by phone or email.</Paragraph>
    </>,
  )
}
