'use server'

import { hideSetUp } from '@/lib/overview/hide-set-up'
import { saveSettings } from '@/lib/overview/site-settings'
import { mailTest } from '@/lib/overview/test-mail'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'

const room = '/admin/settings'

export const saveAll = adminAction('settings.write', (staff, form) =>
  saveForm(staff, form, { name: 'settings', form: () => room, saved: () => `${room}?done=saved` }, (fields, now) => {
    const { digestHour = '', defaultGoal = '', expectedVersion = '' } = fields
    return saveSettings(staff, { expectedVersion, typed: { digestHour, defaultGoal } }, now)
  }),
)

/** Mails a test to the person who asks, and nobody else. */
export const testMail = adminAction('settings.write', async (staff) => {
  await mailTest(staff, new Date())
  return `${room}?done=test_mailed`
})

/** Shows or hides the set-up list on the person's own Home page. */
export const showSetUp = adminAction('set_up.see', async (staff, form) => {
  const hidden = field(form, 'hidden') === 'yes'
  await hideSetUp(staff, hidden, new Date())
  return `/admin?done=${hidden ? 'set_up_hidden' : 'set_up_shown'}`
})
