import { ErrorSummary } from '@/components/ui/error-summary'
import { applicationFields } from '@/lib/coalition/read-application'
import type { FormState } from '@/lib/integrity/form-state'
import { formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { JoinForm } from './join-form'

/** The page to join: who can, the steps, and the form. */
export function JoinPage({ draft, locale }: { draft: FormState; locale: Locale }) {
  const t = translator(locale, 'join')
  const errors = formErrors('join', draft.errors, applicationFields, locale)
  return (
    <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_30rem]">
      {errors.length > 0 && (
        <div className="lg:col-span-2">
          <ErrorSummary title={t('problem')} errors={errors} />
        </div>
      )}
      <header className="pt-8 lg:pt-14">
        <h1>{t('title')}</h1>
        <div className="mt-5 max-w-[60ch] space-y-4 font-serif text-lead">
          <p>{t('lead')}</p>
          <p>{t('what')}</p>
        </div>
        <p className="mt-6 flex flex-wrap gap-x-6">
          <a href={`/${locale}/statement`} className="inline-flex min-h-11 items-center">
            {translator(locale, 'coalition')('nav.statement')}
          </a>
          <a href={`/${locale}/members`} className="inline-flex min-h-11 items-center">
            {translator(locale, 'coalition')('nav.members')}
          </a>
        </p>
      </header>
      <section
        aria-labelledby="form-title"
        className="mt-8 self-start border-t-2 border-accent bg-panel px-5 py-6 max-lg:-mx-5 sm:px-8 max-lg:sm:-mx-8 lg:mt-14"
      >
        <h2 id="form-title" className="mb-5">
          {t('formTitle')}
        </h2>
        <JoinForm draft={draft} locale={locale} />
      </section>
    </div>
  )
}
