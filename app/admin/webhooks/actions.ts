'use server'

import { readForm } from '@/lib/coalition/entities/fields'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { idIn } from '@/lib/web/admin/read-field'
import { purgeShownCodes, showOnce } from '@/lib/web/admin/show-once'
import { pauseWebhook, removeWebhook, renewSecret, resumeWebhook, sendTest } from '@/lib/webhooks/manage-webhook'
import { requestWebhook } from '@/lib/webhooks/request-webhook'
import { webhookForm } from '@/lib/webhooks/webhook-form'
import { confirmed } from '../confirm/confirmed'

const room = '/admin/webhooks'

/** Requests approval to register an address. */
export const register = adminAction(['webhook.manage', 'Register a webhook'], (staff, form) =>
  saveForm(staff, form, { name: 'webhook', form: () => room, saved: () => room }, async (fields, now) => {
    const read = readForm(webhookForm, fields)
    return read.ok ? requestWebhook(staff, read.form, now) : read
  }),
)

/** Makes the first secret and shows it. */
export const makeSecret = adminAction(['webhook.manage', 'Create a webhook’s secret'], async (staff, form) => {
  const id = idIn(form)
  return shown(id, await renewSecret(staff, id, 'first', new Date()))
})

export const renew = adminAction(
  ['webhook.manage', 'Replace a webhook’s secret'],
  confirmed('renew-webhook-secret', async (staff, form) => {
    const id = idIn(form)
    return shown(id, await renewSecret(staff, id, 'next', new Date()))
  }),
)

/** Deletes the shown secret, once its receiver has it. */
export const haveSecret = adminAction('webhook.read', async (_, form) => {
  await purgeShownCodes()
  return `${room}/${idIn(form)}?done=webhook_secret`
})

export const testWebhook = adminAction(['webhook.manage', 'Send a test to a webhook'], async (staff, form) =>
  after(form, await sendTest(staff, idIn(form), new Date()), 'webhook_test'),
)

export const pause = adminAction('webhook.stop', async (staff, form) =>
  after(form, await pauseWebhook(staff, idIn(form), new Date()), 'webhook_paused'),
)

export const resume = adminAction(['webhook.manage', 'Resume a webhook'], async (staff, form) =>
  after(form, await resumeWebhook(staff, idIn(form), new Date()), 'webhook_resumed'),
)

export const remove = adminAction(
  'webhook.stop',
  confirmed('remove-webhook', async (staff, form) => {
    const result = await removeWebhook(staff, idIn(form), field(form, 'why').slice(0, 500), new Date())
    return `${room}?${result.ok ? 'done=webhook_removed' : `problem=${result.reason}`}`
  }),
)

type Result = { ok: true } | { ok: false; reason: string }

function after(form: FormData, result: Result, done: string): string {
  return `${room}/${idIn(form)}?${result.ok ? `done=${done}` : `problem=${result.reason}`}`
}

async function shown(id: string, result: { ok: true; secret: string } | { ok: false; reason: string }) {
  if (!result.ok) return `${room}/${id}?problem=${result.reason}`
  await showOnce(`webhook ${id}`, [result.secret])
  return `${room}/${id}`
}
