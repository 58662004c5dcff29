import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { DaysForm } from '@/components/admin/petitions/days-form'
import { NextActForm } from '@/components/admin/petitions/next-act-form'
import { PetitionFacts } from '@/components/admin/petitions/petition-facts'
import { PetitionSteps } from '@/components/admin/petitions/petition-steps'
import { PlanForm } from '@/components/admin/petitions/plan-form'
import { queryText } from '@/components/admin/petitions/query-text'
import { TextTable } from '@/components/admin/petitions/text-table'
import { t } from '@/components/admin/words'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { may } from '@/lib/staff/roles'
import { changeDaysOf, changeOne, chooseAct, planOne } from '../actions'

export default adminPage('petition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findForAdmin(staff, id)
  if (!found) return <PageHeading>{t('petitions.petitionNotFound')}</PageHeading>
  const { petition } = found
  const now = new Date()
  const [query, { entries }] = await Promise.all([searchParams, listEntries({ subject: `petition:${id}` })])
  const writes = may(staff.role, 'petition.write')
  const typed = { slug: queryText(query.slug), goal: queryText(query.goal) }
  return (
    <>
      <PageHeading>{found.name}</PageHeading>
      <Notice searchParams={searchParams} />
      <div className="beside">
        <section>
          <PetitionFacts
            found={found}
            typed={typed}
            links={may(staff.role, 'signature.list')}
            change={writes && !petition.removedAt ? changeOne : null}
          />
          {writes && !petition.removedAt && (
            <>
              <NextActForm petition={petition} choose={chooseAct} />
              <PlanForm petition={petition} now={now} change={planOne} />
              <DaysForm petition={petition} now={now} change={changeDaysOf} />
            </>
          )}
        </section>
        <section>
          <h2>{t('petitions.texts')}</h2>
          <TextTable found={found} writes={writes} />
          {writes && <PetitionSteps found={found} />}
        </section>
      </div>
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
