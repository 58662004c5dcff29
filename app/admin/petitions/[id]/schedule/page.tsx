import { DaysForm } from '@/components/admin/petitions/days-form'
import { PetitionDays } from '@/components/admin/petitions/petition-days'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { PlanForm } from '@/components/admin/petitions/plan-form'
import { may } from '@/lib/staff/roles'
import { changeDaysOf, planOne } from '../../actions'

/** When it opens and closes, and the days on which things happened. */
export default petitionTab('schedule', ({ petition }, staff) => {
  const now = new Date()
  return (
    <>
      <PetitionDays petition={petition} />
      {may(staff.role, 'petition.write') && !petition.removedAt && (
        <>
          <PlanForm petition={petition} now={now} change={planOne} />
          <DaysForm petition={petition} now={now} change={changeDaysOf} />
        </>
      )}
    </>
  )
})
