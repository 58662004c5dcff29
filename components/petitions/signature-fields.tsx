import { CountryField, EmailField } from '@/components/site/contact-fields'
import { ExitLink } from '@/components/site/exit-link'
import { Checkbox, Choices } from '@/components/ui/choices'
import { TextArea, TextField } from '@/components/ui/text-field'
import type { FormState } from '@/lib/integrity/form-state'
import { displays, limits, type signatureFields } from '@/lib/signatures/signature-form'
import { fieldsOf } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  state: FormState
  locale: Locale
  /** The form was received before: its address cannot change, and nothing is folded. */
  editing?: boolean
}

type Field = (typeof signatureFields)[number]

/** The required fields, to sign with and to correct. */
export function NeededFields({ state: { values, errors }, locale, editing = false }: Props) {
  const t = translator(locale, 'form')
  const field = fieldsOf<Field>('form', errors, locale)
  return (
    <>
      <TextField
        words={{ ...field('name'), label: t('name.label') }}
        autoComplete="name"
        maxLength={limits.name}
        defaultValue={values.name}
        required
      />
      {!editing && (
        <EmailField
          words={{ ...field('email'), label: t('email.label'), hint: t('email.hint') }}
          maxLength={limits.email}
          defaultValue={values.email}
        />
      )}
      <CountryField
        words={{ ...field('country'), label: t('country.label') }}
        locale={locale}
        none={t('country.choose')}
        autoComplete="country"
        defaultValue={values.country ?? ''}
        required
      />
      <DisplayChoice words={field('display')} locale={locale} chosen={values.display ?? 'initials'} />
      <NeutralMail words={field('neutral')} locale={locale} ticked={values.neutral === 'on'} />
      {!editing && (
        <p className="flex flex-wrap gap-x-5 text-small leading-snug">
          <a href={`/${locale}/at-risk`} className="inline-flex min-h-7 items-center sm:min-h-11">
            {translator(locale, 'atRisk')('title')}
          </a>
          <ExitLink locale={locale} />
        </p>
      )}
    </>
  )
}

/** The optional fields, after the required ones. */
export function OptionalFields({ state: { values, errors }, locale, editing = false }: Props) {
  const t = translator(locale, 'form')
  const field = fieldsOf<Field>('form', errors, locale)
  const optional = !editing && <span className="font-normal text-muted"> ({t('optional')})</span>
  const comment = (
    <TextArea
      words={{ ...field('comment'), label: t('comment.label'), hint: t('comment.hint') }}
      rows={4}
      defaultValue={values.comment}
    />
  )
  return (
    <>
      <Checkbox
        words={{
          ...field('updates'),
          label: (
            <>
              {t('updates.label')}
              {optional}
            </>
          ),
        }}
        defaultChecked={values.updates === 'on'}
      />
      {editing ? (
        comment
      ) : (
        <details open={Boolean(values.comment || errors.comment)}>
          <summary className="min-h-11 py-2 leading-snug">
            {t('comment.open')}
            {optional}
          </summary>
          {comment}
        </details>
      )}
    </>
  )
}

type Words = Omit<Parameters<typeof Choices>[0]['words'], 'label'>

/** The choice of how the signer's name appears, with the risk of each option. */
export function DisplayChoice({ words, locale, chosen }: { words: Words; locale: Locale; chosen: string }) {
  const t = translator(locale, 'form')
  return (
    <Choices
      words={{ ...words, label: t('display.label'), hint: t('display.hint') }}
      options={displays.map((value) => ({ value, label: t(`display.${value}`), hint: t(`display.risk.${value}`) }))}
      chosen={chosen}
    />
  )
}

/** The choice of neutral mail, whose explanation appears once it is ticked. */
function NeutralMail({ words, locale, ticked }: { words: Words; locale: Locale; ticked: boolean }) {
  const t = translator(locale, 'form.neutral')
  const label = (
    <>
      {t('label')}
      <span className="of-chosen block text-small text-muted">{t('hint')}</span>
    </>
  )
  return <Checkbox words={{ ...words, label }} defaultChecked={ticked} />
}

/**
 * The time when the form was made, and a field that people do not see and bots like to fill in
 * (lib/integrity/signals.ts).
 * @param made `formTime`
 */
export function SenderFields({ locale, made }: { locale: Locale; made: string }) {
  return (
    <>
      <input type="hidden" name="made" value={made} />
      <div className="hidden">
        <label>
          {translator(locale, 'form')('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  )
}
