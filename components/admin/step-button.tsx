import { t } from './words'

interface Props {
  action: (form: FormData) => Promise<void>
  hidden: Record<string, string>
  /** The consequence, beside the button. */
  hint?: string | undefined
  children: string
  /** Asks for a reason, in a field of this name. */
  why?: boolean
}

/** A form with one button for one act. */
export function StepButton({ action, hidden, hint, children, why }: Props) {
  return (
    <form action={action} className="row">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {why && (
        <label>
          {t('common.reasonNoNames')} <input name="why" maxLength={500} size={28} />
        </label>
      )}
      <button type="submit">{children}</button>
      {hint && <span className="hint">{hint}</span>}
    </form>
  )
}
