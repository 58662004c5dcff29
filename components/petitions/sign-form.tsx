import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import type { FormState } from '@/lib/integrity/form-state'
import { formTime } from '@/lib/integrity/form-time'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'
import { NeededFields, OptionalFields, SenderFields } from './signature-fields'

interface Props {
  /** The part of the petition that the form needs: its address, and the text to sign. */
  petition: { slug: string; text: { sha256: string } }
  locale: Locale
  draft: FormState
  /** When the form was made; now by default. */
  made?: string
}

/** The signing form. An ordinary post to a fixed address, which needs no script. */
export function SignForm({ petition, locale, draft, made = formTime(new Date()) }: Props) {
  const t = translator(locale, 'form')
  const { values, errors } = draft
  return (
    <form
      id="sign"
      method="post"
      action={`/api/v1/petitions/${petition.slug}/signatures`}
      acceptCharset="UTF-8"
      noValidate
      className="space-y-1.5 max-sm:text-[1rem] sm:space-y-3.5"
    >
      <NeededFields state={draft} locale={locale} />
      <Checkbox
        words={{ ...fieldsOf('form', errors, locale)('consent'), label: t('consent.label') }}
        defaultChecked={values.consent === 'on'}
        required
      />
      <details>
        <summary className="py-1.5 text-small leading-snug sm:py-2.5">{t('consent.dataTitle')}</summary>
        <p className="text-small leading-normal text-muted">{t('consent.data')}</p>
      </details>
      <OptionalFields state={draft} locale={locale} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="text" value={petition.text.sha256} />
      <SenderFields locale={locale} made={made} />
      {values.via && <input type="hidden" name="via" value={values.via} />}
      <Button pending={t('pending')}>{t('submit')}</Button>
    </form>
  )
}
