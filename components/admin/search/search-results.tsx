import { findThings } from '@/lib/search/find-things'
import { type Found, searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { SignatureTable } from '../signature-table'
import { t } from '../words'
import { findPages } from './find-pages'
import { thingPlaces } from './thing-places'

interface Props {
  staff: Staff
  text: string
  /** The search for a signature was logged. */
  recorded: boolean
}

/** Search results by kind. A logged search for signatures comes first; otherwise there is a button for it. */
export async function SearchResults({ staff, text, recorded }: Props) {
  const [found, signatures, pages] = await Promise.all([
    findThings(staff, text, readerLanguage()),
    recorded ? searchSignatures(staff, text) : null,
    findPages(staff, text, readerLanguage()),
  ])
  return (
    <>
      {signatures && <FoundSignatures {...signatures} />}
      {!signatures && pages.length === 0 && found.length === 0 && <p className="empty">{t('search.nothing')}</p>}
      {pages.length > 0 && (
        <section>
          <h2>{t('search.pages')}</h2>
          <ul>
            {pages.map(({ href, name }) => (
              <li key={name}>
                <a href={href}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.map(({ kind, things, more }) => (
        <section key={kind}>
          <h2>{t(thingPlaces[kind].name)}</h2>
          <ul>
            {things.map(({ id, name }) => (
              <li key={id}>
                <a href={`${thingPlaces[kind].room}/${id}`}>
                  <bdi>{name || t('updates.mailingWithoutASubject')}</bdi>
                </a>
              </li>
            ))}
          </ul>
          {more && <p className="hint">{t('search.more', { shown: things.length })}</p>}
        </section>
      ))}
      {!signatures && may(staff.role, 'signature.search') && (
        <section>
          <h2>{t('place.signatures')}</h2>
          <SearchSignatures text={text} />
        </section>
      )}
    </>
  )
}

function FoundSignatures({ kind, rows, more }: Found) {
  return (
    <section>
      <h2>{t('place.signatures')}</h2>
      {rows.length === 0 && <p className="empty">{t(`nobody.${kind}`)}</p>}
      {more && <p>{t('signatures.theseAreTheNewest', { rows: rows.length })}</p>}
      {rows.length > 0 && <SignatureTable rows={rows} />}
    </section>
  )
}

function SearchSignatures({ text }: { text: string }) {
  return (
    <form method="post" action="/admin/search/find" className="row">
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="signatures" value="on" />
      <button type="submit">{t('search.searchSignatures')}</button>
      <span className="hint">{t('search.signaturesHint')}</span>
    </form>
  )
}
