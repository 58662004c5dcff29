import { StaffRole } from '@/prisma/generated/enums'
import { t } from './words'

/** The roles to choose from, one per line. */
export function RoleOptions({ but }: { but?: StaffRole }) {
  return (
    <>
      <option value="">{t('common.chooseOne')}</option>
      {Object.values(StaffRole)
        .filter((role) => role !== but)
        .map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
    </>
  )
}
