import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { Day } from '@/components/admin/petitions/day'
import { queryText } from '@/components/admin/petitions/query-text'
import { deletionAfter, isSoon } from '@/lib/petitions/admin/deletion'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { countPersonal } from '@/lib/signatures/admin/count-rows'
import { deliverOne } from '../../actions'

export const metadata: Metadata = { title: 'Mark as delivered' }

export default adminPage('petition.write', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id)
  if (!found) return <h1>Petition not found</h1>
  const now = new Date()
  const day = queryText((await searchParams).day)
  const { petition } = found
  const deletion = day ? deletionAfter(petition, day, now) : null
  const today = now.toISOString().slice(0, 10)
  return (
    <>
      <h1>Mark as delivered: {found.name}</h1>
      <Notice searchParams={searchParams} />
      {day && !deletion && (
        <p className="notice wrong" role="alert">
          It cannot have been delivered on that day.
        </p>
      )}
      <form method="get" className="row">
        <label>
          Delivered on <input type="date" name="day" required max={today} defaultValue={day || today} />
        </label>
        <button type="submit">Preview</button>
      </form>
      {deletion && (
        <Consequences
          id={id}
          status={petition.status}
          day={day}
          deletion={deletion}
          signatures={await countPersonal(staff, id)}
          soon={isSoon(petition, day, now)}
          over={deletion <= now}
        />
      )}
      <p>
        <a href={`/admin/petitions/${id}`}>Cancel</a>
      </p>
    </>
  )
})

interface Following {
  id: string
  status: string
  day: string
  deletion: Date
  signatures: number
  soon: boolean
  over: boolean
}

/** What is deleted and when, before the button. */
function Consequences({ id, status, day, deletion, signatures, soon, over }: Following) {
  const number = `${signatures.toLocaleString('en')} ${signatures === 1 ? 'signature' : 'signatures'}`
  return (
    <>
      <h2>What happens next</h2>
      <ul>
        <li>
          On <Day date={deletion} />
          {over && ' (within the hour)'} the names, addresses and comments of {number}, and all paper sheets, are
          permanently deleted. The count and the ledger stay.
        </li>
        <li>Until then, you can request to undo this on the petition’s page.</li>
        {status === 'open' && <li>It closes: nobody can sign or confirm any longer.</li>}
      </ul>
      <form action={deliverOne} className="stack">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="expected" value={status} />
        <input type="hidden" name="day" value={day} />
        {soon && (
          <p>
            Less than a week would remain to notice a mistake. After approval, anyone on the staff therefore has a day
            to stop it.
          </p>
        )}
        <label htmlFor="why">Reason, for the second person</label>
        <input id="why" name="why" required maxLength={500} />
        <button type="submit" className="danger">
          Request marking as delivered
        </button>
        <p className="hint">
          Delivered on {day}; {number} lose their personal data on {deletion.toISOString().slice(0, 10)}.
        </p>
      </form>
    </>
  )
}
