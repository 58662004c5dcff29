import type { ReactNode } from 'react'
import { keysApart } from '@/lib/keys-apart'
import { dataInventory } from '@/lib/privacy/data-inventory'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  locale: Locale
  /** How the coalition is reached about personal data; null where nobody has set it. */
  contact: string | null
}

/** The privacy notice: made from the register of what is kept. */
export function PrivacyPage({ locale, contact }: Props) {
  const t = translator(locale, 'privacy')
  const kept = translator(locale, 'privacy.kept')
  const link = (path: string) => (text: ReactNode) => <a href={`/${locale}${path}`}>{text}</a>
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <h2 className="mt-10">{t('who.title')}</h2>
      <p className="mt-3">{t('who.text')}</p>
      {contact && <p className="mt-3">{t('who.contact', { contact })}</p>}
      <h2 className="mt-10">{t('basis.title')}</h2>
      <p className="mt-3">{t('basis.text')}</p>
      <h2 className="mt-10">{t('keptTitle')}</h2>
      {dataInventory.map(({ id }) => (
        <section key={id} className="mt-6 border-t border-rule pt-4">
          <h3>{kept(`${id}.what`)}</h3>
          <dl className="mt-2 space-y-1">
            {(['why', 'long', 'who'] as const).map((part) => (
              <div key={part} className="grid gap-x-6 sm:grid-cols-[9rem_1fr]">
                <dt className="text-muted">{t(part === 'who' ? 'seenBy' : part)}</dt>
                <dd>
                  {kept(id === 'entered' && part === 'who' && keysApart() ? 'entered.whoApart' : `${id}.${part}`)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <h2 className="mt-10">{t('not.title')}</h2>
      <p className="mt-3">{t('not.text')}</p>
      <h2 className="mt-10">{t('rights.title')}</h2>
      <p className="mt-3">{t.rich('rights.text', { link: link('/signature') })}</p>
      <p className="mt-3">{t('rights.authority')}</p>
      <h2 className="mt-10">{t('risk.title')}</h2>
      <p className="mt-3">{t.rich('risk.text', { link: link('/at-risk') })}</p>
    </div>
  )
}
