import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { askToRemove } from '../../actions'

export const metadata: Metadata = { title: 'Remove a petition' }

export default adminPage('petition.delete', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id)
  const removal = found && removalOf(found.petition)
  if (!found || !removal) return <h1>Nothing to remove: close an open petition first</h1>
  const { name, net, languages } = found
  const saved = languages.filter(({ revision, published }) => revision > 0 || published).length
  return (
    <>
      <h1>
        {removal === 'delete' ? 'Delete the draft' : 'Unpublish'}: {name}
      </h1>
      <Notice searchParams={searchParams} />
      {removal === 'delete' ? (
        <p>
          It was never open, so nobody signed it. The draft and its text in {saved}{' '}
          {saved === 1 ? 'language' : 'languages'} are permanently deleted.
        </p>
      ) : (
        <p>
          Its page, its count and its entries in lists disappear. Its ledger with {net.toLocaleString('en')} counted
          stays public for ever, and its signers keep their own pages: they can withdraw and erase as before. You can
          publish it again.
        </p>
      )}
      <form action={askToRemove} className="stack">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="what" value={removal} />
        <label htmlFor="why">Reason, for the second person (no names)</label>
        <input id="why" name="why" required maxLength={500} />
        <p className="hint">After approval, anyone on the staff has a day to stop it.</p>
        <button type="submit" className="danger">
          {removal === 'delete' ? 'Request deletion' : 'Request unpublishing'}
        </button>
      </form>
      <p>
        <a href={`/admin/petitions/${id}`}>Cancel</a>
      </p>
    </>
  )
})
