import { ShareLinks } from '@/components/coalition/share-links'
import { ButtonLink } from '@/components/ui/button'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { listPublishedComments } from '@/lib/comments/list-published-comments'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { emptyForm, type FormState } from '@/lib/integrity/form-state'
import { listPublicMailings } from '@/lib/mailings/list-public-mailings'
import { countriesOf } from '@/lib/petitions/countries'
import { growth } from '@/lib/petitions/growth'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { listPublishedSigners } from '@/lib/signatures/public-names/list-published-signers'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { Addressee, Call } from './call'
import { Comments } from './comments'
import { Count, CountNote } from './count'
import { Deliveries } from './deliveries'
import { NoLongerOpen } from './no-longer-open'
import { OtherSupporters } from './other-supporters'
import { petitionAddress } from './petition-address'
import { Reasons } from './reasons'
import { shareWords } from './share-words'
import { SignErrors } from './sign-errors'
import { SignForm } from './sign-form'
import { Updates } from './updates'
import { WhoSigned } from './who-signed'

interface Props {
  petition: PetitionView
  locale: Locale
  /** A returned form, as typed, with its errors. */
  draft?: FormState
  /** Another open petition, if this one is not. */
  open?: PetitionView
}

/**
 * The page of a petition: addressee and demand, the count, the form beside it, and below them the reasons and charts.
 */
export async function PetitionPage(props: Props) {
  const { petition, locale, draft = emptyForm } = props
  const isOpen = petition.status === 'open'
  const counts = isOpen || petition.count > 0
  const now = new Date()
  const [points, countries, names, comments, words, deliveries, mailings] = await Promise.all([
    growth(petition.id),
    countriesOf(petition.id, now),
    listPublishedSigners(petition.id),
    listPublishedComments(petition.id),
    findSiteText('share', locale),
    listDeliveries(petition.id, now),
    listPublicMailings(petition.id, locale),
  ])
  return (
    <>
      <SignErrors errors={draft.errors} isOpen={isOpen} locale={locale} />
      <article className="lg:grid lg:grid-cols-[minmax(0,1fr)_27rem] lg:gap-x-16">
        <header className="pt-3 sm:pt-8 lg:pt-14">
          <Call petition={petition} locale={locale} />
          {counts && (
            <div className="mt-2.5 sm:mt-7">
              <Count petition={petition} locale={locale} />
            </div>
          )}
        </header>
        <Beside {...props} draft={draft} />
        {/* On a phone the form comes before this small print. */}
        <div className="mt-8 space-y-1 lg:mt-4">
          {counts && <CountNote petition={petition} locale={locale} />}
          <Addressee petition={petition} locale={locale} />
        </div>
        <div className="mt-10 space-y-14 lg:col-start-1 lg:mt-12">
          <Reasons petition={petition} locale={locale} />
          <WhoSigned petition={petition} locale={locale} points={points} countries={countries} names={names} />
          <Updates mailings={mailings} locale={locale} />
          <Deliveries deliveries={deliveries} now={now} locale={locale} />
          <Comments comments={comments} slug={petition.slug} locale={locale} />
          <p className="print:hidden">
            <a
              href={`/${locale}/petitions/${petition.slug}/feed.atom`}
              type="application/atom+xml"
              className="inline-flex min-h-11 items-center"
            >
              {translator(locale, 'petition')('feed.follow')}
            </a>
          </p>
          <OtherSupporters slug={petition.slug} locale={locale} />
          <ShareLinks
            address={petitionAddress(petition.slug, locale, draft.values.via)}
            text={shareWords(petition, words, locale)}
            title={petition.text.title}
            locale={locale}
            qr
          />
        </div>
        {isOpen && <ToForm locale={locale} className="mt-14 lg:hidden" />}
      </article>
    </>
  )
}

/** The form beside the text on wide screens, or the reason why there is none; further down, a link back to it. */
function Beside({ petition, locale, draft = emptyForm, open }: Props) {
  const title = translator(locale, 'form')('title')
  const isOpen = petition.status === 'open'
  return (
    <div className="mt-3 sm:mt-8 lg:col-start-2 lg:row-span-3 lg:row-start-1 lg:mt-14 print:hidden">
      <section
        aria-labelledby="sign-title"
        className={`${isOpen ? 'form-beside' : 'panel-beside'} -mx-5 border-t-2 border-accent bg-panel px-5 py-2 sm:py-6 sm:-mx-8 sm:px-8 lg:mx-0`}
      >
        {isOpen ? (
          <>
            <h2 id="sign-title" className="mb-2 max-sm:text-3 sm:mb-5">
              {title}
            </h2>
            {petition.closesOn && (
              <p className="mb-3 leading-snug font-semibold max-sm:text-[1rem] sm:mb-5">
                {translator(locale, 'petition')('until', { date: longDate(petition.closesOn, locale) })}
              </p>
            )}
            <SignForm petition={petition} locale={locale} draft={draft} />
          </>
        ) : (
          <NoLongerOpen id="sign-title" petition={petition} locale={locale} open={open} />
        )}
      </section>
      {isOpen && <ToForm locale={locale} className="back-to-form pt-8" />}
    </div>
  )
}

/** A link to the form, for screens on which it is not beside the text. */
function ToForm({ locale, className }: { locale: Locale; className: string }) {
  return (
    <p className={`${className} print:hidden`}>
      <ButtonLink href="#sign">{translator(locale, 'form')('title')}</ButtonLink>
    </p>
  )
}
