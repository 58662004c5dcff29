import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CountScan } from '@/components/admin/count-scan'
import { placeCrumb } from '@/components/admin/crumbs'
import { entered } from '@/components/admin/entered'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { SheetActions } from '@/components/admin/sheet-actions'
import { SheetFacts } from '@/components/admin/sheet-facts'
import { StepButton } from '@/components/admin/step-button'
import { t } from '@/components/admin/words'
import { findNextSheet } from '@/lib/paper/find-next-sheet'
import { findSheet } from '@/lib/paper/find-sheet'
import { openCollector, readScan } from '@/lib/paper/open-sheet'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { may } from '@/lib/staff/roles'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { count, open, showScan } from '../actions'

export default adminPage('paper.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const now = new Date()
  const sheet = await findSheet(staff, id)
  if (!sheet) {
    return (
      <NotFound what={t('paper.sheet')} list="/admin/paper">
        {t('paper.itWasDiscardedOr')}
      </NotFound>
    )
  }
  const opens = may(staff.role, 'paper.open')
  const recorded = openQuery(staff, 'sheet', (await searchParams).opened, now) === id
  const collector = opens && recorded ? await openCollector(staff, id) : null
  const sealed = String((await searchParams).scan)
  const scan = opens && sheet.yours && openQuery(staff, 'scan', sealed, now) === id ? await readScan(staff, id) : null
  const counts = may(staff.role, 'paper.count')
  const next = counts && !sheet.yours ? await findNextSheet(staff, sheet) : null
  const { entries } = await listEntries({ subject: `paper:${id}` })
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/paper')]}>
        {t.rich('paper.sheet2', { reference: entered(sheet.reference) })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {next && (
        <StepButton
          action={showScan}
          hidden={{ id: next.id }}
          hint={t('paper.awaitYourCount', { waiting: next.waiting })}
        >
          {t('paper.nextSheet')}
        </StepButton>
      )}
      {scan && <CountScan sheet={sheet} type={scan.type} sealed={sealed} count={count} />}
      <SheetFacts sheet={sheet} open={opens ? open : null} collector={collector} />
      {counts && <SheetActions sheet={sheet} count={scan ? null : count} showScan={showScan} />}
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
