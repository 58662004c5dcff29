import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { BulkDecision } from '@/components/admin/bulk-decision'
import { capital, codeName } from '@/components/admin/code-name'
import { Notice } from '@/components/admin/notice'
import { PetitionName } from '@/components/admin/petition-name'
import { RuleWords } from '@/components/admin/rule-words'
import { StateTag } from '@/components/admin/state-tag'
import { Time } from '@/components/admin/time'
import { findBulkAction } from '@/lib/bulk-actions/find-bulk-action'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { approve, runBulkAction, stop, undo } from '../actions'

export const metadata: Metadata = { title: 'Bulk action' }

const actions = { runBulkAction, approve, stop, undo }

export default adminPage('bulk.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const act = await findBulkAction(staff, id, new Date())
  if (!act) return <h1>Bulk action not found</h1>
  const { entries } = await listEntries({ subject: `bulk:${id}` })
  return (
    <>
      <h1>
        {act.undoes ? `Undo: ${act.verb}` : capital(act.verb)} {act.total.toLocaleString('en')}{' '}
        {act.total === 1 ? 'signature' : 'signatures'}
      </h1>
      <Notice searchParams={searchParams} />
      <BulkDecision act={act} staff={staff} actions={actions} />
      <dl>
        <dt>Petition</dt>
        <dd>
          <PetitionName slug={act.petition} />
        </dd>
        <dt>Which</dt>
        <dd>
          <RuleWords rule={act.rule} />
        </dd>
        <dt>Reason</dt>
        <dd>{codeName(act.reason) || '–'}</dd>
        <dt>Requested</dt>
        <dd>
          by {act.askedBy}, <Time at={act.askedAt} zone />
        </dd>
        {act.approvedBy && act.approvedAt && (
          <>
            <dt>Approved</dt>
            <dd>
              by {act.approvedBy}, <Time at={act.approvedAt} zone />
            </dd>
          </>
        )}
        <dt>Changed</dt>
        <dd>{act.changed.toLocaleString('en')}</dd>
        <dt>Skipped (changed meanwhile)</dt>
        <dd>{act.skipped.toLocaleString('en')}</dd>
      </dl>
      {act.sample.length > 0 && (
        <>
          <h2>Sample</h2>
          <ul className="sample">
            {act.sample.map((row) => (
              <li key={row.key}>
                <a href={`/admin/signatures/${row.key}`}>{row.reference}</a> <StateTag state={row.expected} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>History</h2>
      <AuditTable entries={entries} />
    </>
  )
})
