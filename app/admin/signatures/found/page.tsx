import { adminPage } from '@/components/admin/admin-page'
import { PageHeading } from '@/components/admin/page-heading'
import { SearchForm } from '@/components/admin/search-form'
import { SignatureTable } from '@/components/admin/signature-table'
import { t } from '@/components/admin/words'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { search } from '../actions'

/** Signatures alone, from the form of their list; /admin/search has them among all else that a text finds. */
export default adminPage('signature.search', async (staff, { searchParams }) => {
  const text = openQuery(staff, 'search', (await searchParams).q, new Date())
  const found = text ? await searchSignatures(staff, text) : null
  return (
    <>
      <PageHeading>{t('signatures.found')}</PageHeading>
      <SearchForm search={search} text={text ?? ''} />
      {text === null && <p className="empty">{t('signatures.yourSearchHasExpired')}</p>}
      {found?.rows.length === 0 && <p className="empty">{t(`nobody.${found.kind}`)}</p>}
      {found?.more && <p>{t('signatures.theseAreTheNewest', { rows: found.rows.length })}</p>}
      {found && found.rows.length > 0 && <SignatureTable rows={found.rows} />}
      <p>
        <a href="/admin/signatures">{t('common.allSignatures')}</a>
      </p>
    </>
  )
})
