import { themes } from '@/lib/staff/theme'
import { readerTheme } from '@/lib/web/admin/reader-theme'
import { t } from './words'

interface Props {
  save: (form: FormData) => Promise<void>
}

/** The choice of the reader's colours. */
export async function ThemeForm({ save }: Props) {
  return (
    <form action={save} className="row">
      <label>
        {t('account.theme')}{' '}
        <select name="theme" defaultValue={(await readerTheme()) ?? 'system'}>
          {(['system', ...themes] as const).map((theme) => (
            <option key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('account.saveTheme')}</button>
      <span className="hint">{t('account.themeHint')}</span>
    </form>
  )
}
