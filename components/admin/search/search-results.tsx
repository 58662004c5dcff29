import { findThings, type ThingKind } from '@/lib/search/find-things'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { AdminKey } from '@/messages/admin/translator'
import { SignatureTable } from '../signature-table'
import { t } from '../words'
import { findPages } from './find-pages'

interface Props {
  staff: Staff
  text: string
  /** The search for a signature is on record. */
  recorded: boolean
}

/** Where each kind is, and what it is called. */
const kinds: Record<ThingKind, { name: AdminKey; room: string }> = {
  petition: { name: 'place.petitions', room: '/admin/petitions' },
  member: { name: 'place.members', room: '/admin/coalition/members' },
  letter: { name: 'place.letters', room: '/admin/coalition/letters' },
  mailing: { name: 'place.mailings', room: '/admin/updates' },
  activity: { name: 'place.activities', room: '/admin/coalition/activities' },
  document: { name: 'place.documents', room: '/admin/coalition/documents' },
  staff: { name: 'place.staff', room: '/admin/staff' },
}

/** What was found, by kind; of signatures only if that search is on record, and else the button for it. */
export async function SearchResults({ staff, text, recorded }: Props) {
  const [found, signatures] = await Promise.all([
    findThings(staff, text),
    recorded ? searchSignatures(staff, text) : null,
  ])
  const pages = findPages(staff, text)
  return (
    <>
      {pages.length === 0 && found.length === 0 && <p className="empty">{t('search.nothing')}</p>}
      {pages.length > 0 && (
        <section>
          <h2>{t('search.pages')}</h2>
          <ul>
            {pages.map(({ href, name }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.map(({ kind, things, more }) => (
        <section key={kind}>
          <h2>{t(kinds[kind].name)}</h2>
          <ul>
            {things.map(({ id, name }) => (
              <li key={id}>
                <a href={`${kinds[kind].room}/${id}`}>
                  <bdi>{name || t('updates.mailingWithoutASubject')}</bdi>
                </a>
              </li>
            ))}
          </ul>
          {more && <p className="hint">{t('search.more', { shown: things.length })}</p>}
        </section>
      ))}
      {may(staff.role, 'signature.search') && (
        <section>
          <h2>{t('place.signatures')}</h2>
          {signatures?.rows.length === 0 && <p className="empty">{t(`nobody.${signatures.kind}`)}</p>}
          {signatures?.more && <p>{t('signatures.theseAreTheNewest', { rows: signatures.rows.length })}</p>}
          {signatures && signatures.rows.length > 0 && <SignatureTable rows={signatures.rows} />}
          {!signatures && <SearchSignatures text={text} />}
        </section>
      )}
    </>
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
