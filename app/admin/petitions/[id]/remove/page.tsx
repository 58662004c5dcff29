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
  if (!found || !removal) return <h1>There is nothing here to remove: an open petition is closed first</h1>
  const { name, net, languages } = found
  const saved = languages.filter(({ revision, published }) => revision > 0 || published).length
  return (
    <>
      <h1>
        {removal === 'delete' ? 'Delete the draft' : 'Take out of view'}: {name}
      </h1>
      <Notice searchParams={searchParams} />
      {removal === 'delete' ? (
        <p>
          It was never open: nobody signed it. The draft and its words in {saved}{' '}
          {saved === 1 ? 'language' : 'languages'} are deleted for good.
        </p>
      ) : (
        <p>
          Its page, its count and its place in the lists go. Its ledger with {net.toLocaleString('en')} counted stays
          public for ever, and its signers keep their own pages: they can withdraw and erase as before. It can be shown
          again.
        </p>
      )}
      <form action={askToRemove} className="stack">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="what" value={removal} />
        <label htmlFor="why">Why, for the second person. No names.</label>
        <input id="why" name="why" required maxLength={500} />
        <p className="hint">Once they have agreed, a day passes in which anyone of the staff can stop it.</p>
        <button type="submit" className="danger">
          Ask a second person to{' '}
          {removal === 'delete' ? 'delete it' : `take it out of view, with ${net.toLocaleString('en')} counted`}
        </button>
      </form>
      <p>
        <a href={`/admin/petitions/${id}`}>Back, changing nothing</a>
      </p>
    </>
  )
})
