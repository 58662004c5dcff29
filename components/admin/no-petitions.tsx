import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { Empty } from './empty'
import { t } from './words'

/** Replaces a form that begins with the choice of a petition, if there is none. */
export function NoPetitions({ staff }: { staff: Staff }) {
  const next = may(staff.role, 'petition.write')
    ? { href: '/admin/petitions/new', words: t('petitions.newPetition') }
    : { href: '/admin/petitions', words: t('common.petitions') }
  return <Empty next={next}>{t('petitions.noneToChoose')}</Empty>
}
