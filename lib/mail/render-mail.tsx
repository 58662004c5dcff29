import { render, toPlainText } from '@react-email/render'
import type { ReactNode } from 'react'
import { direction, type Locale, translator } from '@/messages/translator'
import type { ComposedMail } from './gateway/driver'
import { MailDocument } from './messages/elements'
import { colours, sans } from './messages/style'

interface Envelope {
  locale: Locale
  to: string
  subject: string
  /** The line that an inbox shows next to the subject. It reveals nothing. */
  preview: string
  /** Omits the sender's name: the coalition's name would reveal the matter. */
  neutral?: boolean
}

/** Renders a mail as HTML and, from the same content, as plain text. */
export async function renderMail(
  { locale, to, subject, preview, neutral = false }: Envelope,
  children: ReactNode,
): Promise<ComposedMail> {
  const place = { lang: locale, dir: direction(locale) }
  const html = await render(
    <MailDocument {...place} title={subject} preview={preview} style={page(locale)}>
      {!neutral && <p style={sender}>{translator(locale, 'site')('coalition')}</p>}
      {children}
    </MailDocument>,
  )
  const text = toPlainText(html, { selectors: headings })
  return { to, subject, html, text, neutral, headers: { ...automatic, 'Content-Language': locale } }
}

const page = (locale: Locale) => ({
  backgroundColor: colours.paper,
  color: colours.ink,
  margin: 0,
  padding: '16px 16px 24px',
  // Korean wraps lines between words.
  wordBreak: locale === 'ko' ? ('keep-all' as const) : ('normal' as const),
})

const sender = {
  fontFamily: sans,
  fontSize: 15,
  lineHeight: '22px',
  margin: '0 0 24px',
  padding: '0 0 12px',
  borderBottom: `1px solid ${colours.rule}`,
}

/** Headings as written: the default is capitals, which Korean and Arabic do not have. */
const headings = [
  { selector: 'h1', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  { selector: 'h2', options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } },
]

/** Asks for no automatic replies (RFC 3834, 5; the second is for Exchange). */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
