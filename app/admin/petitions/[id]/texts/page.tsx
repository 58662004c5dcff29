import { needsEnglish, PublishEnglish } from '@/components/admin/petitions/petition-steps'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { TextTable } from '@/components/admin/petitions/text-table'
import { UnpublishedTexts } from '@/components/admin/petitions/unpublished-texts'
import { may } from '@/lib/staff/roles'

/** The petition's words in every language. */
export default petitionTab('texts', (found, staff) => {
  const writes = may(staff.role, 'petition.write')
  return (
    <>
      {writes && needsEnglish(found) && <PublishEnglish />}
      {writes && !found.petition.removedAt && <UnpublishedTexts found={found} />}
      <TextTable found={found} writes={writes} />
    </>
  )
})
