'use server'

import { confirmKeys } from '@/lib/overview/confirm-keys'
import { adminAction } from '@/lib/web/admin/admin-action'

/** Confirms that two copies of the private keys are stored away from the server. */
export const confirmKeyCopies = adminAction('keys.confirm', async (staff) => {
  await confirmKeys(staff, new Date())
  return '/admin?done=keys_confirmed'
})
