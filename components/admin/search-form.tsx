import { t } from './words'

interface Props {
  search: (form: FormData) => Promise<void>
  text?: string
}

/** Searches for one signer. The typed text never appears in a URL in the clear. */
export function SearchForm({ search, text = '' }: Props) {
  return (
    <form action={search} className="filters">
      <label>
        {t('filter.exactEmailAddressExact')}
        <input
          name="text"
          defaultValue={text}
          required
          size={36}
          maxLength={400}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
        />
      </label>
      <button type="submit">{t('filter.find')}</button>
    </form>
  )
}
