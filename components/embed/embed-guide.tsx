import type { ReactNode } from 'react'
import { foreignText } from '@/components/site/foreign-text'
import { controlLook } from '@/components/ui/field'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, locales, translator } from '@/messages/translator'
import { accents } from './look'
import { fittedSnippet, formSnippet, frameSnippet } from './snippets'

/** Part of an address, as it is typed. */
const code = (text: ReactNode) => (
  <code dir="ltr" className="whitespace-nowrap">
    {text}
  </code>
)

interface Props {
  /** Those that can be signed. */
  petitions: PetitionView[]
  locale: Locale
  /** A member whose code the snippets carry. */
  member?: { name: string; slug: string }
}

/** How another site shows a petition's form: markup to copy, for each open petition. */
export function EmbedGuide({ petitions, locale, member }: Props) {
  const t = translator(locale, 'embed')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-4 font-serif text-lead">{t('lead')}</p>
      {member ? (
        <p className="mt-4">{t('code.known', { name: member.name })}</p>
      ) : (
        <p className="mt-4">{t.rich('code.unknown', { code })}</p>
      )}
      {petitions.length === 0 && <p className="mt-6">{t('none')}</p>}
      {petitions.map((petition) => (
        <Snippets key={petition.slug} petition={petition} locale={locale} code={member?.slug} />
      ))}
      <section aria-labelledby="look" className="mt-12">
        <h2 id="look">{t('look.title')}</h2>
        <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-edge">
          <li>{t.rich('look.language', { code, languages: locales.filter((one) => one !== 'ar-XB').join(', ') })}</li>
          <li>{t.rich('look.theme', { code })}</li>
          <li>{t.rich('look.accent', { code, accents: accents.join(', ') })}</li>
        </ul>
      </section>
      <section aria-labelledby="safe" className="mt-12">
        <h2 id="safe">{t('safe.title')}</h2>
        <p className="mt-3">{t('safe.see')}</p>
        <p className="mt-3">{t('safe.confirm')}</p>
      </section>
      <p className="mt-10">
        <a href={`/${locale}/share`} className="inline-flex min-h-11 items-center">
          {translator(locale, 'share')('sheet.back')}
        </a>
      </p>
    </div>
  )
}

function Snippets({ petition, locale, code }: { petition: PetitionView; locale: Locale; code?: string }) {
  const t = translator(locale, 'embed')
  const { slug, text } = petition
  const ways = [
    { way: 'frame', html: frameSnippet(petition, locale, code) },
    { way: 'fitted', html: fittedSnippet(petition, locale, code) },
    { way: 'form', html: formSnippet(petition, locale, code) },
  ] as const
  return (
    <section aria-labelledby={slug} className="mt-10">
      <h2 id={slug} {...foreignText(text.locale, locale)}>
        {text.title}
      </h2>
      {ways.map(({ way, html }) => (
        <div key={way} className="mt-6">
          <h3 id={`${slug}-${way}`}>{t(`${way}.title`)}</h3>
          <p id={`${slug}-${way}-hint`} className="mt-2">
            {t(`${way}.lead`)}
          </p>
          <textarea
            readOnly
            rows={way === 'form' ? 12 : 8}
            dir="ltr"
            spellCheck={false}
            defaultValue={html}
            aria-labelledby={`${slug}-${way}`}
            aria-describedby={`${slug}-${way}-hint`}
            className={`${controlLook} mt-3 font-mono text-small`}
          />
          <button
            type="button"
            hidden
            data-copy={translator(locale, 'share')('copied')}
            className="mt-2 min-h-12 min-w-12 cursor-pointer rounded-sm border border-edge px-5"
          >
            {translator(locale, 'share')('copy')}
          </button>
        </div>
      ))}
    </section>
  )
}
