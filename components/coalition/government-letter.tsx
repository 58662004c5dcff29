import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import { controlLook } from '@/components/ui/field'
import type { GovernmentAddressView } from '@/lib/coalition/find-government'
import { dateInWords } from '@/lib/coalition/partial-date'
import { fillIn } from '@/lib/coalition/site-texts/fill-in'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import { type Locale, translator } from '@/messages/translator'

/**
 * A letter to a government to edit, copy, or open in the person's own mail program. It has no form, so nothing passes
 * through the site.
 */
export function GovernmentLetter(props: {
  country: string
  addresses: GovernmentAddressView[]
  /** The editors' letter; null if there is none. */
  words: SiteTextView<'government'> | null
  locale: Locale
}) {
  const { country, addresses, words, locale } = props
  const t = translator(locale, 'government')
  const subject = words?.words.subject ?? ''
  const body = fillIn(words?.words.body, { country }) ?? ''
  const foreign = foreignText(words?.locale ?? locale, locale)
  return (
    <div className="max-w-[66ch] pt-8 lg:pt-14">
      <h1>{t('forCountry', { country })}</h1>
      <p className="mt-4">{t('privacy')}</p>
      {addresses.length === 0 && (
        <p className="mt-5 border-s-4 border-accent bg-panel px-4 py-3">{t('noAddress', { country })}</p>
      )}
      <ul className="mt-6 space-y-5">
        {addresses.map(({ office, email, url, checkedOn }) => (
          <li key={office}>
            <ButtonLink href={mailto(email, subject, body)} data-mail>
              {t('openTo', { office: t(`offices.${office}`) })}
            </ButtonLink>
            <p className="mt-2 text-small text-muted">
              <bdi dir="ltr">{email}</bdi> ·{' '}
              {t('checked', { date: dateInWords({ on: checkedOn, precision: 'day' }, locale) })}
              {url && (
                <>
                  {' '}
                  ·{' '}
                  <a href={url} rel="noopener noreferrer">
                    {t('source')}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
        {addresses.length === 0 && (
          <li>
            <ButtonLink href={mailto('', subject, body)} data-mail look="quiet">
              {t('openWithout')}
            </ButtonLink>
          </li>
        )}
      </ul>
      <section aria-labelledby="letter" className="mt-10">
        <h2 id="letter">{t('letterTitle')}</h2>
        <p id="letter-hint" className="mt-2 text-muted">
          {t('letterHint')}
        </p>
        <FallbackNote textLocale={words?.locale ?? locale} locale={locale} />
        <p className="mt-4 font-semibold" {...foreign}>
          {subject}
        </p>
        <textarea
          {...foreign}
          data-letter
          rows={22}
          defaultValue={body}
          aria-labelledby="letter"
          aria-describedby="letter-hint"
          className={`${controlLook} mt-2 font-serif print:hidden`}
        />
        <button
          type="button"
          hidden
          data-copy={translator(locale, 'share')('copied')}
          className="mt-2 min-h-12 min-w-12 cursor-pointer rounded-sm border border-edge px-5 print:hidden"
        >
          {translator(locale, 'share')('copy')}
        </button>
        {/* A printed text box would cut the letter off. */}
        <p className="mt-3 hidden whitespace-pre-line font-serif print:block" {...foreign}>
          {body}
        </p>
      </section>
      <p className="mt-8 print:hidden">
        <a href={`/${locale}/write-to-your-government`} className="inline-flex min-h-11 items-center">
          {t('back')}
        </a>
      </p>
    </div>
  )
}

/** A mailto link (RFC 6068); lines end with %0D%0A. */
function mailto(address: string, subject: string, body: string): string {
  const lines = encodeURIComponent(body.replace(/\n/g, '\r\n'))
  return `mailto:${address.split('@').map(encodeURIComponent).join('@')}?subject=${encodeURIComponent(subject)}&body=${lines}`
}
