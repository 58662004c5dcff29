'use server'

import { decideComment, rejections, reopenComment } from '@/lib/comments/decide-comment'
import { auditReading } from '@/lib/comments/list-waiting-comments'
import { readKey } from '@/lib/signatures/admin/signature-key'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'

/** Opens the next ones; that it was done is recorded first. */
export const read = adminAction('comment.read', async (staff) => {
  const now = new Date()
  const keys = await auditReading(staff, now)
  return keys.length > 0
    ? `/admin/comments?read=${sealQuery(staff, 'comments', keys.join(' '), now)}`
    : '/admin/comments'
})

/** Each comment of the page as it was marked; those left alone wait on. */
export const decide = adminAction('comment.decide', async (staff, form) => {
  const now = new Date()
  let done = 0
  let changed = 0
  for (const key of form.getAll('key')) {
    if (typeof key !== 'string' || !readKey(key)) continue
    const decision = decisionOf(form, key)
    if (!decision) continue
    const result = await decideComment(
      staff,
      { key, expectedVersion: field(form, `expectedVersion.${key}`) },
      decision,
      now,
    )
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
export const reopen = adminAction('comment.decide', async (staff, form) => {
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
