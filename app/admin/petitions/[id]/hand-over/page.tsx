import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { DeliveryTable } from '@/components/admin/petitions/delivery-table'
import { listDeliveries } from '@/lib/delivery/list-deliveries'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { may } from '@/lib/staff/roles'
import { handOver } from './actions'

export const metadata: Metadata = { title: 'Deliver a petition' }

export default adminPage('petition.hand_over', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id)
  if (!found || found.petition.status === 'draft' || found.petition.removedAt) return <h1>Nothing to deliver</h1>
  return (
    <>
      <h1>Deliver: {found.name}</h1>
      <Notice searchParams={searchParams} />
      <p>
        After a second person has approved, a pack is made: a letter and a summary in every language, the count by week
        and country, the signed checkpoint of the ledger, the corrections, and all signed texts, with the hash of each.
        It names no signer and can be checked without the site. From the day of the delivery, the petition’s page shows
        to whom it was delivered, and the pack.
      </p>
      <p>
        Names of signers leave the site only in{' '}
        {may(staff.role, 'export.personal') ? <a href={`/admin/exports/new?petition=${id}`}>an export</a> : 'an export'}
        , as each signer chose to appear, encrypted to the age key of the office that is to read them. Moderators and
        owners request it.
      </p>
      <form action={handOver} className="stack">
        <input type="hidden" name="id" value={id} />
        <label htmlFor="day">Day of the delivery</label>
        <input id="day" name="day" type="date" required />
        <label htmlFor="addressees">Delivered to, one a line</label>
        <p className="hint" id="addressees-hint">
          Offices, not people, as the public is to read them.
        </p>
        <textarea id="addressees" name="addressees" rows={4} required aria-describedby="addressees-hint" />
        <label htmlFor="why">Reason, for the second person</label>
        <input id="why" name="why" required maxLength={500} />
        <button type="submit" className="main">
          Request delivery
        </button>
      </form>
      <DeliveryTable petitionId={id} deliveries={await listDeliveries(id, null)} />
      <p>
        <a href={`/admin/petitions/${id}`}>Back to the petition</a>
      </p>
    </>
  )
})
