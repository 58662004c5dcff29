import type { ReactNode } from 'react'
import { direction, type Locale, translator } from '@/messages/translator'
import { Button, type ButtonStyle, Section } from './elements'
import { colours, sans, serif } from './style'

export function Greeting({ locale, name }: { locale: Locale; name: string | null }) {
  const t = translator(locale, 'mail')
  return <Paragraph>{name ? t('greeting', { name }) : t('greetingWithoutName')}</Paragraph>
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={{ ...text, fontSize: 17 }}>{children}</p>
}

/** `textLocale` differs from the mail's if the petition has not been translated. */
export function PetitionTitle({ locale, textLocale, title }: { locale: Locale; textLocale: string; title: string }) {
  return (
    <h1
      lang={textLocale}
      dir={direction(textLocale)}
      style={{
        margin: '20px 0',
        textAlign: start(locale),
        fontFamily: serif(textLocale),
        fontSize: 26,
        lineHeight: '34px',
      }}
    >
      {title}
    </h1>
  )
}

/** The mail's one action: a button, and the same link in full in case the button does not work. */
export function Action({ locale, label, link }: { locale: Locale; label: string; link: string }) {
  return (
    <Section style={{ margin: '24px 0' }}>
      <Button href={link} style={button}>
        {label}
      </Button>
      <p style={{ ...text, fontSize: 15, margin: '16px 0 4px' }} data-skip-in-text={true}>
        {translator(locale, 'mail')('orCopy')}
      </p>
      <p style={{ ...text, fontSize: 15, margin: 0, textAlign: start(locale), wordBreak: 'break-all' }} dir="ltr">
        <a
          target="_blank"
          href={link}
          style={{ color: colours.accent, textDecorationLine: 'underline' }}
          rel="noopener"
        >
          {link}
        </a>
      </p>
    </Section>
  )
}

/** A secondary link, in full. */
export function SmallLink({ locale, label, link }: { locale: Locale; label: string; link: string }) {
  return (
    <p style={{ ...text, fontSize: 15, margin: 0, textAlign: start(locale), wordBreak: 'break-all' }}>
      {label}{' '}
      <a
        target="_blank"
        href={link}
        dir="ltr"
        style={{ color: colours.accent, textDecorationLine: 'underline' }}
        rel="noopener"
      >
        {link}
      </a>
    </p>
  )
}

/** Why the mail was sent, and what to do if somebody else filled in the form. */
export function Reasons({
  locale,
  site,
  date,
  notYou,
  neutral,
}: {
  locale: Locale
  site: string
  date: string
  notYou: string
  /** Without a word about what the form is for. */
  neutral: boolean
}) {
  const t = translator(locale, 'mail')
  return (
    <>
      <Rule />
      <Note title={t('why')}>{t(neutral ? 'neutral.why' : 'whyText', { site, date })}</Note>
      <Note title={t('notYou')}>{notYou}</Note>
    </>
  )
}

export function Rule() {
  return <hr style={{ width: '100%', border: 'none', borderTop: `1px solid ${colours.rule}`, margin: '28px 0 20px' }} />
}

/** A small heading with a sentence below it. */
export function Note({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h2 style={{ margin: '16px 0 0', fontFamily: sans, fontSize: 15, lineHeight: '24px' }}>{title}</h2>
      <p style={{ ...text, fontSize: 15, margin: '0 0 16px' }}>{children}</p>
    </>
  )
}

/** Left-to-right text in a right-to-left mail keeps its order, not its side. */
function start(locale: Locale): 'left' | 'right' {
  return direction(locale) === 'rtl' ? 'right' : 'left'
}

const text = { fontFamily: sans, lineHeight: '1.6', margin: '16px 0' }

const button: ButtonStyle = {
  backgroundColor: colours.accent,
  color: colours.onAccent,
  fontFamily: sans,
  fontSize: 17,
  fontWeight: 'bold',
  padding: [14, 24],
  borderRadius: 4,
}
