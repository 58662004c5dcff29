import { isAdminLanguage } from '@/messages/admin/translator'
import type { Staff } from './staff'
import { staffWrite } from './staff-write'

type Result = { ok: true } | { ok: false; reason: 'language_unknown' }

/** Sets a person's language in the admin area. */
export function saveLanguage(by: Staff, language: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'account.manage', now, async ({ tx }) => {
    if (!isAdminLanguage(language)) return { ok: false, reason: 'language_unknown' }
    await tx.user.update({ where: { id: by.id }, data: { language } })
    return { ok: true }
  })
}
