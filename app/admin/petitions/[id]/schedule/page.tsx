import { DaysForm } from '@/components/admin/petitions/days-form'
import { PetitionDays } from '@/components/admin/petitions/petition-days'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { ScheduleForm } from '@/components/admin/petitions/schedule-form'
import { may } from '@/lib/staff/roles'
import { changeDaysOf, schedulePetition } from '../../actions'

/** A petition's schedule, and the days of past events. */
export default petitionTab('schedule', ({ petition }, staff) => {
  const now = new Date()
  return (
    <>
      <PetitionDays petition={petition} />
      {may(staff.role, 'petition.write') && !petition.removedAt && (
        <>
          <ScheduleForm petition={petition} now={now} change={schedulePetition} />
          <DaysForm petition={petition} now={now} change={changeDaysOf} />
        </>
      )}
    </>
  )
})
