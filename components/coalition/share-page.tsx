import { shareWords } from '@/components/petitions/share-words'
import { foreignText } from '@/components/site/foreign-text'
import type { SiteTextView } from '@/lib/coalition/site-texts/find-site-text'
import { type Locale, translator } from '@/messages/translator'
import { QrCode } from './qr-code'
import { ShareLinks } from './share-links'
import { SharePicture } from './share-picture'
import { type Shared, sharePath } from './shared-address'

interface Props extends Shared {
  /** The editors' text before the address; null if there is none. */
  words: SiteTextView<'share'> | null
  locale: Locale
}

/**
 * The page with ways to share an open petition, or the statement if none is open: links, address, QR code, sheet. With
 * several open petitions, it names the one it shares and links to this page for the others.
 */
export function SharePage(props: Props) {
  const { petition, words, address, path, others, locale } = props
  const t = translator(locale, 'share')
  const title = petition?.text.title ?? translator(locale, 'coalition')('nav.statement')
  return (
    <>
      <header className="pt-8 lg:pt-14">
        <h1>{t('title')}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
        {!petition && <p className="mt-4">{t('none')}</p>}
        {petition && others.length > 0 && (
          <>
            <p className="mt-6 text-lead">
              <strong {...foreignText(petition.text.locale, locale)}>{petition.text.title}</strong>
            </p>
            <OtherPetitions others={others} locale={locale} />
          </>
        )}
      </header>
      <div className="mt-10 gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-12">
          <ShareLinks
            id="links"
            heading={t('links')}
            address={address}
            text={petition ? shareWords(petition, words, locale) : (words?.words.read ?? title)}
            title={title}
            locale={locale}
          />
          {petition && props.picture && (
            <SharePicture title={petition.text.title} picture={props.picture} locale={locale} />
          )}
          {petition && (
            <section aria-labelledby="sheet">
              <h2 id="sheet">{t('sheet.title')}</h2>
              <p className="mt-2 max-w-[60ch]">{t('sheet.lead')}</p>
              <p className="mt-2">
                <a href={`/${locale}${path}/sheet`} className="inline-flex min-h-11 items-center">
                  {t('sheet.open')}
                </a>
              </p>
              <p className="mt-4 max-w-[60ch]">{translator(locale, 'sheet')('lead')}</p>
              <p className="mt-2">
                <a href={`/${locale}/petitions/${petition.slug}/sheet`} className="inline-flex min-h-11 items-center">
                  {translator(locale, 'sheet')('open')}
                </a>
              </p>
            </section>
          )}
          {petition && (
            <section aria-labelledby="embed">
              <h2 id="embed">{translator(locale, 'embed')('title')}</h2>
              <p className="mt-2 max-w-[60ch]">{translator(locale, 'embed')('lead')}</p>
              <p className="mt-2">
                <a href={`/${locale}/embed`} className="inline-flex min-h-11 items-center">
                  {translator(locale, 'embed')('open')}
                </a>
              </p>
            </section>
          )}
        </div>
        <section aria-labelledby="qr" className="max-lg:mt-12">
          <h2 id="qr">{t('qr.title')}</h2>
          <div className="mt-3 max-w-[20rem]">
            <QrCode address={address} label={t('qr.alt', { address })} />
          </div>
          <p>
            <a href={`/${locale}${path}/qr.svg`} download className="inline-flex min-h-11 items-center">
              {t('qr.download')}
            </a>
          </p>
        </section>
      </div>
    </>
  )
}

function OtherPetitions({ others, locale }: Pick<Props, 'others' | 'locale'>) {
  return (
    <nav aria-labelledby="others" className="mt-3">
      <p id="others" className="text-small text-muted">
        {translator(locale, 'petition')('otherOpen')}
      </p>
      <ul>
        {others.map(({ slug, text }) => (
          <li key={slug}>
            <a
              href={`/${locale}${sharePath(slug)}`}
              className="inline-flex min-h-11 items-center"
              {...foreignText(text.locale, locale)}
            >
              {text.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
