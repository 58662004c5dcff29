import { MAX_NAME } from '@/lib/staff/save-name'
import { t } from './words'

interface Props {
  name: string | null
  save: (form: FormData) => Promise<void>
}

/** The form for the name that colleagues see. */
export function NameForm({ name, save }: Props) {
  return (
    <form action={save} className="row">
      <label>
        {t('account.name')}{' '}
        <input name="name" defaultValue={name ?? ''} maxLength={MAX_NAME} autoComplete="name" dir="auto" />
      </label>
      <button type="submit">{t('account.setName')}</button>
      <span className="hint">{t('account.nameHint')}</span>
    </form>
  )
}
