import { readerLanguage } from '@/lib/web/admin/reader-language'
import { adminLanguages } from '@/messages/admin/translator'
import { languageName } from '@/messages/language-name'
import { t } from './words'

interface Props {
  save: (form: FormData) => Promise<void>
}

/** The choice of the reader's language; each is named in itself. */
export function LanguageForm({ save }: Props) {
  return (
    <form action={save} className="row">
      <label>
        {t('account.language')}{' '}
        <select name="language" defaultValue={readerLanguage()}>
          {adminLanguages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageName(language, language)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{t('account.saveLanguage')}</button>
      <span className="hint">{t('account.languageHint')}</span>
    </form>
  )
}
