import { adminPage } from '@/components/admin/admin-page'
import { MailHealth } from '@/components/admin/mail-health'
import { MachineList } from '@/components/admin/overview/machine-list'
import { SystemLine } from '@/components/admin/overview/system-line'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findMailHealth } from '@/lib/overview/find-mail-health'
import { findProblems } from '@/lib/overview/find-problems'
import { findSystemStatus } from '@/lib/overview/find-system-status'
import { may } from '@/lib/staff/roles'

export default adminPage('overview.see', async (staff) => {
  const now = new Date()
  const [machine, health] = await Promise.all([findSystemStatus(staff, now), findMailHealth(staff, now)])
  return (
    <>
      <PageHeading>{t('overview.systemStatus')}</PageHeading>
      <SystemLine problems={findProblems(machine, health, now)} machine={machine} health={health} />
      <MachineList machine={machine} links={may(staff.role, 'signature.list')} />
      <MailHealth health={health} />
    </>
  )
})
