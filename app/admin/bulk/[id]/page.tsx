import { adminPage } from '@/components/admin/admin-page'
import { BulkContent } from '@/components/admin/approvals/bulk-kinds'
import { AuditTable } from '@/components/admin/audit-table'
import { BulkDecision } from '@/components/admin/bulk-decision'
import { bulkName } from '@/components/admin/bulk-name'
import { codeName } from '@/components/admin/code-name'
import { placeCrumb } from '@/components/admin/crumbs'
import { entered } from '@/components/admin/entered'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PetitionName } from '@/components/admin/petition-name'
import { RuleWords } from '@/components/admin/rule-words'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { findBulkAction } from '@/lib/bulk-actions/find-bulk-action'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findSelection } from '@/lib/staff/drafts/selection'
import { approve, change, runBulkAction, stop, undo } from '../actions'

const actions = { runBulkAction, approve, stop, undo, change }

export default adminPage('bulk.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const act = await findBulkAction(staff, id, new Date())
  if (!act) return <NotFound what={t('bulk.bulkAction')} list="/admin/bulk" />
  const { approvedBy, approvedAt } = act
  const { draft } = await searchParams
  const selection = await findSelection(staff, draft)
  const { entries } = await listEntries({ subject: `bulk:${id}` })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/bulk')]}>
        {act.undoes ? tOf('bulkUndo', act.verb, { total: act.total }) : bulkName(act)}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <BulkDecision
        act={act}
        staff={staff}
        actions={actions}
        {...(selection && { selection: { ...selection, draft: String(draft) } })}
      />
      <dl>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={act.petition} />
        </dd>
        <dt>{t('bulk.which')}</dt>
        <dd>
          <RuleWords rule={act.rule} />
        </dd>
        <dt>{t('common.reason')}</dt>
        <dd>{codeName(act.reason) || '–'}</dd>
        <dt>{t('common.requested')}</dt>
        <dd>{t.rich('common.by', { askedBy: entered(act.askedBy), time: () => <Time at={act.askedAt} zone /> })}</dd>
        {approvedBy && approvedAt && (
          <>
            <dt>{t('common.approved')}</dt>
            <dd>{t.rich('bulk.by', { approvedBy: entered(approvedBy), time: () => <Time at={approvedAt} zone /> })}</dd>
          </>
        )}
        <dt>{t('bulk.changed')}</dt>
        <dd>{act.changed.toLocaleString('en')}</dd>
        <dt>{t('bulk.skippedChangedMeanwhile')}</dt>
        <dd>{act.skipped.toLocaleString('en')}</dd>
      </dl>
      <BulkContent staff={staff} id={id} total={act.total} />
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
