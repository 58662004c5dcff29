import { foreignText } from '@/components/site/foreign-text'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Markdown } from '@/components/ui/markdown'
import type { InvitationStatus } from '@/lib/coalition/find-invitation'
import type { LetterPage } from '@/lib/coalition/find-letter'
import { coSignatureFields } from '@/lib/coalition/read-co-signature'
import type { FormState } from '@/lib/integrity/form-state'
import { formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { CoSignForm } from './co-sign-form'
import { CoSignatureStatus } from './co-signature-status'
import { LetterHead } from './letter-head'

interface Props {
  letter: LetterPage
  invitation: InvitationStatus | null
  token: string
  draft: FormState
  locale: Locale
}

/** The page of an invitation: the letter with the form to sign it, or the state of the co-signature. */
export function CoSignPage({ letter, invitation, token, draft, locale }: Props) {
  const t = translator(locale, 'letters.coSign')
  if (invitation?.state !== 'invited') {
    return <CoSignatureStatus invitation={invitation} letter={letter} token={token} locale={locale} />
  }
  const errors = formErrors('letters', draft.errors, coSignatureFields, locale)
  return (
    <article className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_27rem]">
      {errors.length > 0 && (
        <div className="lg:col-span-2">
          <ErrorSummary title={t('problem')} errors={errors} />
        </div>
      )}
      <div>
        <LetterHead letter={letter} locale={locale} />
        <div className="mt-8 font-serif" {...foreignText(letter.text.locale, locale)}>
          <Markdown source={letter.text.body} under={1} />
        </div>
      </div>
      <section
        aria-labelledby="co-sign-title"
        className="mt-10 self-start border-t-2 border-accent bg-panel px-5 py-6 max-lg:-mx-5 sm:px-8 max-lg:sm:-mx-8 lg:mt-14"
      >
        <h2 id="co-sign-title">{t('title')}</h2>
        <CoSignForm invitation={invitation} token={token} draft={draft} locale={locale} />
      </section>
    </article>
  )
}
