import { noticeGroupNames, noticeGroups } from '@/lib/staff/notices/notice-groups'
import type { NoticeTimings } from '@/lib/staff/notices/save-notices'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { AdminTable } from './admin-table'
import { t } from './words'

interface Props {
  staff: Staff
  timings: NoticeTimings
  save: (form: FormData) => Promise<void>
}

const columns = ['at_once', 'digest', 'off'] as const

/** When notices are mailed: a row for each group of the reader's role, and the groups that cannot be turned off. */
export function NoticesForm({ staff, timings, save }: Props) {
  const groups = noticeGroupNames.filter((name) => may(staff.role, noticeGroups[name].verb ?? 'account.manage'))
  const always = may(staff.role, 'set_up.see') ? (['access', 'server'] as const) : (['access'] as const)
  return (
    <form action={save}>
      <AdminTable heads={[t('notices.event'), ...columns.map((timing) => t(`timing.${timing}`))]}>
        {groups.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`noticeGroup.${name}`)}</th>
            {columns.map((timing) => (
              <td key={timing}>
                {(noticeGroups[name].timings as readonly string[]).includes(timing) && (
                  <label>
                    <input
                      type="radio"
                      name={name}
                      value={timing}
                      defaultChecked={timings[name] === timing}
                      aria-label={`${t(`noticeGroup.${name}`)} ${t(`timing.${timing}`)}`}
                    />
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
        {always.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`notices.${name}`)}</th>
            <td>{t('notices.always')}</td>
            <td />
            <td />
          </tr>
        ))}
      </AdminTable>
      <p>
        <button type="submit">{t('common.save')}</button>
      </p>
    </form>
  )
}
