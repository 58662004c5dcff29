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
  if (!found) return <h1>No such petition</h1>
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
          That is not a day on which it can have been delivered.
        </p>
      )}
      <form method="get" className="row">
        <label>
          Delivered on <input type="date" name="day" required max={today} defaultValue={day || today} />
        </label>
        <button type="submit">Show what follows</button>
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
        <a href={`/admin/petitions/${id}`}>Back, changing nothing</a>
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
      <h2>What follows</h2>
      <ul>
        <li>
          On <Day date={deletion} />
          {over && ' (so within the hour)'} the names, addresses and comments of {number}, and all paper sheets, are
          deleted for good. The count and the ledger stay.
        </li>
        <li>Before that, it can be taken back on the petition’s page.</li>
        {status === 'open' && <li>It closes: nobody can sign or confirm any more.</li>}
      </ul>
      <form action={deliverOne} className="stack">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={status} />
        <input type="hidden" name="day" value={day} />
        {soon && (
          <p>
            There would be less than a week to notice a mistake. So once a second person has agreed, a day passes in
            which anyone of the staff can stop it.
          </p>
        )}
        <label htmlFor="why">Why, for the second person</label>
        <input id="why" name="why" required maxLength={500} />
        <button type="submit" className="danger">
          Ask a second person to mark it as delivered on {day}: {number} lose their personal data on{' '}
          {deletion.toISOString().slice(0, 10)}
        </button>
      </form>
    </>
  )
}
