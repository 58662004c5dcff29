import { t } from '../words'
import { MAX_SEARCH } from './max-search'

interface Props {
  id: string
  /** The name of the landmark, since a page may have two. */
  name: string
  text?: string
}

/** The search of the admin area. */
export function SearchBox({ id, name, text = '' }: Props) {
  return (
    <search aria-label={name}>
      <form className="search" method="post" action="/admin/search/find">
        <label htmlFor={id} className="unseen">
          {t('search.searchAdmin')}
        </label>
        <input
          id={id}
          name="text"
          type="search"
          defaultValue={text}
          required
          maxLength={MAX_SEARCH}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
        />
        <button type="submit">{t('search.search')}</button>
      </form>
    </search>
  )
}
