import type { ReactNode } from 'react'
import { t } from '../words'
import { errorWords } from './error-words'
import type { FieldSpec } from './field-spec'
import { Pick } from './pick'

interface Props {
  field: FieldSpec
  value: string
  errors: string[] | undefined
  /** The stored value, if somebody else has changed it meanwhile. */
  now?: string | undefined
}

/** A field with its label, hint and errors. */
export function AdminField({ field, value, errors, now }: Props) {
  const { name, label, kind, lang, beside } = field
  const hint = kind === 'text' && field.longest ? <TextHint hint={field.hint} longest={field.longest} /> : field.hint
  const wrong = errorWords(errors)
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ') || undefined
  const group = kind === 'ticks'
  const body = (
    <>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
      <Control field={field} value={value} described={described} invalid={Boolean(wrong)} />
      {now !== undefined && (
        <p className="now">
          {t.rich('form.currentValue', {
            q: (inner) => <q lang={lang}>{inner}</q>,
            now: now || t('form.currentNothing'),
          })}
        </p>
      )}
    </>
  )
  const labelled: ReactNode = group ? (
    <fieldset id={name} aria-describedby={described}>
      <legend>{label}</legend>
      {body}
    </fieldset>
  ) : (
    <div className="field">
      {kind !== 'tick' && <label htmlFor={name}>{label}</label>}
      {body}
    </div>
  )
  if (beside === undefined) return labelled
  return (
    <div className="sides">
      <div lang="en" className="source">
        <p className="muted">{t('form.inEnglish', { label })}</p>
        <p className="said">{beside || '–'}</p>
      </div>
      {labelled}
    </div>
  )
}

/** States the limit of a text, which the server enforces. With `maxlength`, browsers would cut pasted text silently. */
function TextHint({ hint, longest }: { hint: string | undefined; longest: number }) {
  return (
    <>
      {hint} {t('form.atMost', { longest })}
    </>
  )
}

interface ControlProps {
  field: FieldSpec
  value: string
  described: string | undefined
  invalid: boolean
}

function Control({ field, value, described, invalid }: ControlProps) {
  const { name, label, kind = 'line', options = [], rows, longest, required, lang, accept, suggestions = [] } = field
  const dir = lang === 'ar' ? 'rtl' : undefined
  const common = { id: name, name, lang, dir, 'aria-describedby': described, 'aria-invalid': invalid || undefined }
  if (kind === 'text') return <textarea {...common} rows={rows ?? 6} defaultValue={value} required={required} />
  if (kind === 'select')
    return (
      <select {...common} defaultValue={value} required={required}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
        {value !== '' && options.every(([option]) => option !== value) && (
          <option value={value}>{t('filter.unknown', { value: value.slice(0, 40) })}</option>
        )}
      </select>
    )
  if (kind === 'ticks' && options.length === 0) return <p className="hint">{t('form.noneToChoose')}</p>
  if (kind === 'ticks') return <Pick name={name} options={options} chosen={value.split(' ')} />
  if (kind === 'tick')
    return (
      <label className="choice">
        <input {...common} type="checkbox" value="on" defaultChecked={value === 'on'} /> {label}
      </label>
    )
  if (kind === 'file') return <input {...common} type="file" accept={accept} required={required} />
  const type = kind === 'day' ? 'date' : 'text'
  const number = kind === 'number' ? { inputMode: 'numeric' as const, size: 8 } : {}
  const list = suggestions.length > 0 ? `${name}-list` : undefined
  return (
    <>
      <input
        {...common}
        {...number}
        type={type}
        list={list}
        defaultValue={value}
        maxLength={longest}
        required={required}
        autoComplete="off"
      />
      {list && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  )
}
