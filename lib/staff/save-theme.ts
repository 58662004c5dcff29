import type { Staff } from './staff'
import { staffWrite } from './staff-write'
import { readTheme } from './theme'

type Result = { ok: true } | { ok: false; reason: 'theme_unknown' }

/** Sets a person's colours in the admin area; `system` follows the browser. */
export function saveTheme(by: Staff, chosen: string, now: Date): Promise<Result> {
  return staffWrite<Result>(by, 'account.manage', now, async ({ tx }) => {
    const theme = readTheme(chosen)
    if (!theme && chosen !== 'system') return { ok: false, reason: 'theme_unknown' }
    await tx.user.update({ where: { id: by.id }, data: { theme } })
    return { ok: true }
  })
}
