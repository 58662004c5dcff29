import { SignatoryFields } from '@/components/coalition/signatory-fields'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choices'
import { emptyForm, type FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { letterFields } from './letter-errors'

/** The signatory of a letter for the member, and their authority. Folded, until it comes back with an error. */
export function OwnLetterForm(props: { slug: string; draft: FormState; name: string; locale: Locale }) {
  const { slug, name, locale } = props
  const t = translator(locale, 'letters.coSign')
  const draft = props.draft.values.letter === slug ? props.draft : emptyForm
  const field = letterFields(slug, draft, locale)
  return (
    <details className="mt-2 border-y border-rule" open={draft !== emptyForm}>
      <summary className="flex min-h-11 items-center py-2">
        <span className="underline decoration-1 underline-offset-4">{t('title')}</span>
      </summary>
      <form
        method="post"
        action={`/${locale}${MEMBER_PATH}/co-signatures`}
        acceptCharset="UTF-8"
        noValidate
        className="space-y-5 pb-5"
      >
        <p>{translator(locale, 'memberPage.letters')('what', { organisation: `\u2068${name}\u2069` })}</p>
        <SignatoryFields field={field} values={draft.values} locale={locale} />
        <Checkbox
          words={{ ...field('authority'), label: t('authority.label') }}
          defaultChecked={draft.values.authority === 'on'}
          required
        />
        <input type="hidden" name="letter" value={slug} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('submit')}</Button>
      </form>
    </details>
  )
}
