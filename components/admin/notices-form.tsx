import { type NoticeGroup, noticeGroupNames } from '@/lib/staff/notices/notice-groups'
import { may, type Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { t } from './words'

interface Props {
  staff: Staff
  /** The groups that are turned off. */
  off: readonly string[]
  save: (form: FormData) => Promise<void>
}

/** What a group is about: whoever may not do it gets none of its notices. */
const verbOf: Partial<Record<NoticeGroup, Verb>> = { requests: 'approval.decide', floods: 'signature.hold' }

/** Which notices its reader is mailed. */
export function NoticesForm({ staff, off, save }: Props) {
  return (
    <form action={save}>
      <fieldset>
        <legend className="unseen">{t('account.emailToYou')}</legend>
        {noticeGroupNames.map((name) =>
          may(staff.role, verbOf[name] ?? 'account.manage') ? (
            <label key={name} className="choice">
              <input type="checkbox" name="group" value={name} defaultChecked={!off.includes(name)} />
              {t(`noticeGroup.${name}`)}
            </label>
          ) : (
            // As chosen, for when they have another role.
            !off.includes(name) && <input key={name} type="hidden" name="group" value={name} />
          ),
        )}
        <p className="hint">{t('account.alwaysMailed')}</p>
        <button type="submit">{t('account.saveEmailSettings')}</button>
      </fieldset>
    </form>
  )
}
