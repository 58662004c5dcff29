import type { ReactNode } from 'react'

export interface FieldWords {
  /** Also the id of the control, to which the error summary links. */
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: string[]
  /** The word before an error, for people who do not see its colour. */
  errorWord: string
}

/** Label, hint and errors above one control. */
export function Field({ children, ...field }: FieldWords & { children: ReactNode }) {
  return (
    <div className={fieldFrame(field.errors)}>
      <label htmlFor={field.name} className="block font-semibold leading-snug">
        {field.label}
      </label>
      <HintAndErrors {...field} />
      {children}
    </div>
  )
}

export function HintAndErrors({ name, hint, errors = [], errorWord }: FieldWords) {
  return (
    <>
      {hint && (
        <p id={`${name}-hint`} className="text-small leading-snug text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${name}-error`} className="text-base font-semibold leading-snug text-wrong">
          <span className="sr-only">{errorWord}: </span>
          {errors.join('. ')}
        </p>
      )}
    </>
  )
}

/** A bar next to a field with errors, so that it is found without colour. */
export function fieldFrame(errors: string[] = []): string {
  return `space-y-1.5 ${errors.length > 0 ? 'border-s-4 border-wrong ps-4' : ''}`
}

/** The attributes that tie a control to its hint and errors. */
export function described({ name, hint, errors = [] }: FieldWords) {
  const ids = [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean)
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': errors.length > 0 || undefined }
}

/** The look of text boxes and selects. */
export const controlLook =
  'block min-h-12 w-full rounded-sm border border-edge bg-panel px-3 py-2 text-base text-ink aria-invalid:border-2 aria-invalid:border-wrong'
