import { ExitLink } from '@/components/site/exit-link'
import { env } from '@/lib/env'
import { keysApart } from '@/lib/keys-apart'
import { type Locale, translator } from '@/messages/translator'

const parts = {
  hold: ['sealed', 'mail', 'ledger'],
  cannot: ['names', 'network', 'device'],
  mail: ['subject', 'address', 'delete'],
  advise: ['decide', 'hidden', 'device', 'tor', 'country', 'share'],
} as const

/** For people whom a list of signers could endanger: what is stored, what the site cannot see, what we advise. */
export function AtRiskPage({ locale }: { locale: Locale }) {
  const t = translator(locale, 'atRisk')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-3 text-small text-muted">
        <ExitLink locale={locale} />
        <span className="block">{t('exit')}</span>
        {/* Shown by site.js, which does it. */}
        <span hidden data-exit-key="">
          {translator(locale, 'site')('exitKey')}
        </span>
      </p>
      <Part locale={locale} part="hold" />
      <Part locale={locale} part="cannot" />
      <Part locale={locale} part="mail" />
      <Part locale={locale} part="advise" />
      <h2 className="mt-10">{t('after.title')}</h2>
      <p className="mt-3">{t.rich('after.text', { link: (text) => <a href={`/${locale}/signature`}>{text}</a> })}</p>
    </div>
  )
}

function Part({ locale, part }: { locale: Locale; part: keyof typeof parts }) {
  const t = translator(locale, 'atRisk')
  const neutral = translator(locale, 'form')('neutral.label').replace(/[.。]$/, '')
  return (
    <section className="mt-10">
      <h2>{t(`${part}.title`)}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-edge">
        {parts[part].map((line) => (
          <li key={line}>{t(said(part, line) as Parameters<typeof t>[0], { neutral })}</li>
        ))}
      </ul>
    </section>
  )
}

/** The subjects of mails, and the holder of the key, depend on the site's configuration. */
function said(part: string, line: string): string {
  if (line === 'subject' && env().MAIL_NEUTRAL) return `${part}.neutral`
  if (line === 'sealed' && keysApart()) return `${part}.sealedApart`
  return `${part}.${line}`
}
