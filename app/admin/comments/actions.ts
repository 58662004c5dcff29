'use server'

import { decideComment, rejections, reopenComment } from '@/lib/signatures/comments/decide-comment'
import { recordReading } from '@/lib/signatures/comments/list-waiting-comments'
import { readKey } from '@/lib/signatures/desk/signature-key'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { sealQuery } from '@/lib/web/desk/sealed-query'

/** Opens the next ones; that it was done is recorded first. */
export const read = deskAction('comment.read', async (staff) => {
  const now = new Date()
  const keys = await recordReading(staff, now)
  return keys.length > 0
    ? `/admin/comments?read=${sealQuery(staff, 'comments', keys.join(' '), now)}`
    : '/admin/comments'
})

/** Each comment of the page as it was marked; those left alone wait on. */
export const decide = deskAction('comment.decide', async (staff, form) => {
  const now = new Date()
  let done = 0
  let changed = 0
  for (const key of form.getAll('key')) {
    if (typeof key !== 'string' || !readKey(key)) continue
    const decision = decisionOf(form, key)
    if (!decision) continue
    const result = await decideComment(staff, { key, seen: field(form, `seen.${key}`) }, decision, now)
    if (result.ok) done += 1
    else changed += 1
  }
  const nothing = done + changed === 0
  const said = nothing ? ['problem', 'none_marked'] : changed > 0 ? ['problem', 'changed'] : ['done', 'decided']
  // Those left alone stay open on the page.
  const query = new URLSearchParams([said, ['read', field(form, 'read')]])
  return `/admin/comments?${query}`
})

/** From the page of the signature. */
export const reopen = deskAction('comment.decide', async (staff, form) => {
  const key = field(form, 'key')
  const result = await reopenComment(staff, key, new Date())
  return `/admin/signatures/${readKey(key) ? key : ''}?${result.ok ? 'done=reopened' : `problem=${result.reason}`}`
})

function decisionOf(form: FormData, key: string) {
  switch (field(form, `decision.${key}`)) {
    case 'approve':
      return { approve: true } as const
    case 'reject': {
      const reason = rejections.find((one) => one === field(form, `reason.${key}`))
      return reason && ({ approve: false, reason } as const)
    }
    default:
      return undefined
  }
}
