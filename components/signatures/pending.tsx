import { foreignText } from '@/components/site/foreign-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/lib/integrity/form-state'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { editableFields } from '@/lib/signatures/signature-form'
import { longDate } from '@/lib/text/formats'
import { formErrors } from '@/messages/form-errors'
import { translator } from '@/messages/translator'
import { EditPendingForm } from './edit-pending-form'
import type { OwnSignature } from './own-signature'
import { Reminder } from './reminder'
import { SignedText } from './signed-text'
import { WhatWillCount } from './what-will-count'
import { Withdraw } from './withdraw'

/** Not confirmed yet: which petition, everything that will count, the one button, and a way to put it right first. */
export function Pending({
  token,
  locale,
  petition,
  form,
  made,
  draft,
}: OwnSignature & { form: WaitingForm; made: string; draft: FormState }) {
  const t = translator(locale, 'signature.pending')
  const foreign = foreignText(petition.text.locale, locale)
  const errors = formErrors('form', draft.errors, editableFields, locale)
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={translator(locale, 'form')('problem')} errors={errors} />}
      <h1>{t('title')}</h1>
      <p className="mt-5">{t('lead')}</p>
      <blockquote className="mt-4 border-s-2 border-accent ps-5 font-serif">
        <p className="text-2 leading-snug font-semibold" {...foreign}>
          {petition.text.title}
        </p>
        <p className="mt-2" {...foreign}>
          {petition.text.call}
        </p>
      </blockquote>
      <WhatWillCount form={form} locale={locale} />
      <p className="mt-6">{t('means')}</p>
      <form method="post" action="/api/v1/confirmations" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('button')}</Button>
      </form>
      <p className="mt-4 text-muted">{t('until', { date: longDate(form.expiresAt, locale) })}</p>
      <Reminder token={token} locale={locale} reminder={form.reminder} />
      {form.own && (
        <EditPendingForm token={token} locale={locale} form={form} own={form.own} made={made} draft={draft} />
      )}
      <SignedText petition={petition} locale={locale} />
      <p className="mt-8 border-t border-rule pt-4">{t('notYou')}</p>
      <Withdraw token={token} locale={locale} pending />
    </>
  )
}
