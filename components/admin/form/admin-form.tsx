import type { ReactNode } from 'react'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { t } from '../words'
import { AdminField } from './admin-field'
import { errorWords } from './error-words'
import type { FieldSpec } from './field-spec'
import { KeptDraft } from './kept-draft'

interface Props {
  /** A server action, or the path of an endpoint for files. */
  action: ((form: FormData) => Promise<void>) | string
  fields: FieldSpec[]
  /** The stored values. */
  values?: Record<string, string>
  /** Rejected input (lib/staff/drafts), which takes precedence over the stored values. */
  draft: Draft | null
  /** The form's name, by which its draft is found (lib/staff/drafts). */
  draftOf: string
  /** Hidden fields, such as the expected version. */
  hidden?: Record<string, string>
  submit: string
  danger?: boolean
  /** Arranges the fields; by default one below the other. @param field renders the field of a name */
  arrange?: (field: (name: string) => ReactNode) => ReactNode
  children?: ReactNode
}

/** A form of the admin area, filled in with the stored values, or with the draft and its errors. */
export function AdminForm(props: Props) {
  const { action, fields, values = {}, draft, draftOf, hidden = {}, submit, danger, arrange, children } = props
  const errors = draft ? errorsOf(draft, hidden) : {}
  const stale = errors.form?.includes('changed') ?? false
  const made = (field: FieldSpec) => {
    const stands = values[field.name] ?? ''
    const typed = draft?.fields[field.name]
    const now = stale && typed !== undefined && typed !== stands ? stands : undefined
    // Browsers do not send unticked checkboxes.
    const value = draft ? (typed ?? '') : stands
    return <AdminField key={field.name} field={field} value={value} errors={errors[field.name]} now={now} />
  }
  const sent = typeof action === 'string' && { method: 'post', encType: 'multipart/form-data' }
  return (
    <form action={action} {...sent} className="admin-form">
      {Object.keys(errors).length > 0 && <Summary fields={fields} errors={errors} stale={stale} />}
      <KeptDraft draft={draft} name={draftOf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {arrange ? arrange((name) => fields.filter((one) => one.name === name).map(made)) : fields.map(made)}
      {children}
      <p>
        <button type="submit" className={danger ? 'danger' : 'main'}>
          {submit}
        </button>
      </p>
    </form>
  )
}

/** The draft is older than its session, so somebody may have saved meanwhile. */
function errorsOf({ errors, fields, kept }: Draft, hidden: Record<string, string>): Draft['errors'] {
  const moved = kept && fields.expectedVersion !== undefined && fields.expectedVersion !== hidden.expectedVersion
  return moved ? { ...errors, form: ['changed'] } : errors
}

function Summary({ fields, errors, stale }: { fields: FieldSpec[]; errors: Draft['errors']; stale: boolean }) {
  const wrong = fields.filter(({ name }) => errors[name])
  return (
    <div className="notice wrong" role="alert">
      {stale ? <p>{t('form.thisChangedAfterYou')}</p> : <p>{t('form.nothingHasBeenSaved')}</p>}
      {errors.form?.includes('waits') && <p>{errorWords(['waits'])}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ name, label }) => (
            <li key={name}>
              <a href={`#${name}`}>
                {label}: {errorWords(errors[name])}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
