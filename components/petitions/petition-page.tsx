import { ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { listPublishedComments } from '@/lib/comments/list-published-comments'
import { emptyForm, type FormState } from '@/lib/integrity/form-state'
import { countriesOf } from '@/lib/petitions/countries'
import { growth } from '@/lib/petitions/growth'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { listPublishedSigners } from '@/lib/signatures/public-names/list-published-signers'
import { signatureFields } from '@/lib/signatures/signature-form'
import { longDate } from '@/lib/text/formats'
import { formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { Call } from './call'
import { Comments } from './comments'
import { Count } from './count'
import { NoLongerOpen } from './no-longer-open'
import { OtherSupporters } from './other-supporters'
import { Reasons } from './reasons'
import { SignForm } from './sign-form'
import { WhoSigned } from './who-signed'

interface Props {
  petition: PetitionView
  locale: Locale
  /** A form that came back with what was typed and what is wrong. */
  draft?: FormState
  /** Another petition that can be signed, where this one cannot. */
  open?: PetitionView
}

/** A petition: addressee and demand, the count, the form next to it, and below them the reasons and the pictures. */
export async function PetitionPage(props: Props) {
  const { petition, locale, draft = emptyForm } = props
  const t = translator(locale, 'form')
  const isOpen = petition.status === 'open'
  // A form that came back to a petition closed since then has no fields to mend.
  const errors = formErrors(
    'form',
    isOpen || draft === emptyForm ? draft.errors : { form: ['petition_closed'] },
    signatureFields,
    locale,
  )
  const [points, countries, names, comments] = await Promise.all([
    growth(petition.id),
    countriesOf(petition.id, new Date()),
    listPublishedSigners(petition.id),
    listPublishedComments(petition.id),
  ])
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={t('problem')} errors={errors} />}
      <article className="lg:grid lg:grid-cols-[minmax(0,1fr)_27rem] lg:gap-x-16">
        <header className="pt-8 lg:pt-14">
          <Call petition={petition} locale={locale} />
          {(isOpen || petition.count > 0) && (
            <div className="mt-7">
              <Count petition={petition} locale={locale} />
            </div>
          )}
        </header>
        <Beside {...props} draft={draft} />
        <div className="mt-12 space-y-14">
          <Reasons petition={petition} locale={locale} />
          <WhoSigned petition={petition} locale={locale} points={points} countries={countries} names={names} />
          <Comments comments={comments} slug={petition.slug} locale={locale} />
          <OtherSupporters slug={petition.slug} locale={locale} />
        </div>
        {isOpen && (
          <p className="mt-14 lg:hidden print:hidden">
            <ButtonLink href="#sign">{t('title')}</ButtonLink>
          </p>
        )}
      </article>
    </>
  )
}

/** Beside the text on wide screens: the form, or why there is none; once it is out of sight, the way back to it. */
function Beside({ petition, locale, draft = emptyForm, open }: Props) {
  const title = translator(locale, 'form')('title')
  const isOpen = petition.status === 'open'
  return (
    <div className="mt-8 lg:col-start-2 lg:row-span-2 lg:mt-14 print:hidden">
      <section
        aria-labelledby="sign-title"
        className={`${isOpen ? 'form-beside' : 'panel-beside'} -mx-5 border-t-2 border-accent bg-panel px-5 py-6 sm:-mx-8 sm:px-8 lg:mx-0`}
      >
        {isOpen ? (
          <>
            <h2 id="sign-title" className="mb-5">
              {title}
            </h2>
            {petition.closesOn && (
              <p className="mb-5 font-semibold">
                {translator(locale, 'petition')('until', { date: longDate(petition.closesOn, locale) })}
              </p>
            )}
            <SignForm petition={petition} locale={locale} draft={draft} />
          </>
        ) : (
          <NoLongerOpen id="sign-title" petition={petition} locale={locale} open={open} />
        )}
      </section>
      {isOpen && (
        <p className="back-to-form pt-8">
          <ButtonLink href="#sign">{title}</ButtonLink>
        </p>
      )}
    </div>
  )
}
