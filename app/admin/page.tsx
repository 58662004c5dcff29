import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { EditorWork } from '@/components/admin/overview/editor-work'
import { KeptForms } from '@/components/admin/overview/kept-forms'
import { NeedsYou } from '@/components/admin/overview/needs-you'
import { PetitionTable } from '@/components/admin/overview/petition-table'
import { SetUp } from '@/components/admin/overview/set-up'
import { SinceLastVisit } from '@/components/admin/overview/since-last-visit'
import { SystemLine } from '@/components/admin/overview/system-line'
import { WaitingForOthers } from '@/components/admin/overview/waiting-for-others'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findIncidents } from '@/lib/floods/incidents/list-incidents'
import { listOngoing } from '@/lib/floods/list-floods'
import { findEditorWork } from '@/lib/overview/find-editor-work'
import { findPetitionCounts } from '@/lib/overview/find-petition-counts'
import { findSetUp } from '@/lib/overview/find-set-up'
import { isSetUpHidden } from '@/lib/overview/hide-set-up'
import { findSystemStatus } from '@/lib/overview/status/find-system-status'
import { listPending } from '@/lib/staff/approvals/list-approvals'
import { summariseSinceLastVisit } from '@/lib/staff/audit/since-last-visit'
import { may } from '@/lib/staff/roles'
import { keptFormsOf, waitingFor } from '@/lib/web/admin/of-reader'
import { confirmKeyCopies } from './actions'
import { showSetUp } from './settings/actions'

/** The Home page: the system's state, then this person's work, then the rest. */
export default adminPage('overview.see', async (staff, { searchParams }) => {
  const now = new Date()
  const [waiting, requests, floods, lines, petitions, kept, setUp, hidden, visited, work] = await Promise.all([
    waitingFor(staff),
    listPending(staff, now),
    may(staff.role, 'signature.review') ? listOngoing(staff, now) : [],
    findSystemStatus(staff, now),
    findPetitionCounts(staff, now),
    keptFormsOf(staff),
    may(staff.role, 'set_up.see') ? findSetUp(staff, now) : [],
    isSetUpHidden(staff.id),
    staff.role === 'auditor' ? summariseSinceLastVisit(staff, now) : null,
    staff.role === 'editor' ? findEditorWork(staff) : null,
  ])
  const keys = floods.map(({ key }) => key)
  const incidents = keys.length > 0 ? await findIncidents(staff, keys) : new Map()
  return (
    <>
      <PageHeading>{t('common.home')}</PageHeading>
      <Notice searchParams={searchParams} />
      <SystemLine lines={lines} />
      <KeptForms forms={kept} />
      {visited && <SinceLastVisit {...visited} />}
      <NeedsYou approvals={requests.decidable} floods={floods} incidents={incidents} waiting={waiting} now={now} />
      {work && <EditorWork {...work} />}
      <WaitingForOthers requests={requests.own} now={now} />
      <SetUp steps={setUp} confirm={confirmKeyCopies} hidden={hidden} show={showSetUp} />
      <section className="panel">
        <h2>{t('common.petitions')}</h2>
        <PetitionTable petitions={petitions} links={may(staff.role, 'signature.list')} />
      </section>
    </>
  )
})
