'use server'

import { changeDays } from '@/lib/petitions/desk/change-days'
import { changeFacts } from '@/lib/petitions/desk/change-facts'
import { close } from '@/lib/petitions/desk/close'
import { create } from '@/lib/petitions/desk/create'
import { askDelivery, deliver } from '@/lib/petitions/desk/deliver'
import { open } from '@/lib/petitions/desk/open'
import { plan } from '@/lib/petitions/desk/plan'
import { askRemoval, showAgain } from '@/lib/petitions/desk/remove'
import { reopen } from '@/lib/petitions/desk/reopen'
import { takeBack } from '@/lib/petitions/desk/take-back'
import { win } from '@/lib/petitions/desk/win'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { idIn } from '@/lib/web/desk/read-field'

export const createOne = deskAction('petition.write', async (staff, form) => {
  const typed = { slug: field(form, 'slug'), goal: field(form, 'goal') }
  const made = await create(staff, { slug: typed.slug, goal: Number(typed.goal) }, new Date())
  if (made.ok) return `/admin/petitions/${made.id}/texts/en`
  return `/admin/petitions/new?${new URLSearchParams({ problem: made.reason, ...typed })}`
})

export const changeOne = deskAction('petition.write', async (staff, form) => {
  const id = idIn(form)
  const typed = { slug: field(form, 'slug'), goal: field(form, 'goal') }
  const seen = { slug: field(form, 'seenSlug'), goal: Number(field(form, 'seenGoal')) }
  const facts = { slug: typed.slug, goal: Number(typed.goal) }
  const result = await changeFacts(staff, id, seen, facts, new Date())
  if (result.ok) return `/admin/petitions/${id}?done=saved`
  return `/admin/petitions/${id}?${new URLSearchParams({ problem: result.reason, ...typed })}#facts`
})

export const changeDaysOf = deskAction('petition.write', async (staff, form) => {
  const seen = { closed: field(form, 'seenClosed'), won: field(form, 'seenWon') }
  const days = { closed: field(form, 'closed'), won: field(form, 'won') }
  return after(form, 'saved', await changeDays(staff, idIn(form), seen, days, new Date()))
})

export const planOne = deskAction('petition.write', async (staff, form) => {
  const seen = { opens: field(form, 'seenOpens'), closes: field(form, 'seenCloses') }
  const wanted = { opens: field(form, 'opens'), closes: field(form, 'closes') }
  return after(form, 'saved', await plan(staff, idIn(form), seen, wanted, new Date()))
})

export const openOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'opened', await open(staff, idIn(form), field(form, 'seen'), new Date())),
)

export const closeOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'closed', await close(staff, idIn(form), field(form, 'seen'), new Date())),
)

export const reopenOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'opened', await reopen(staff, idIn(form), field(form, 'seen'), new Date())),
)

export const winOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'won', await win(staff, idIn(form), field(form, 'seen'), field(form, 'day'), new Date())),
)

export const takeBackOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'taken_back', await takeBack(staff, idIn(form), field(form, 'seen'), new Date())),
)

export const deliverOne = deskAction('petition.write', async (staff, form) =>
  after(form, 'delivered', await deliver(staff, idIn(form), field(form, 'seen'), field(form, 'day'), new Date())),
)

/** For a day so long ago that personal data would be deleted within days. */
export const askForDelivery = deskAction(['petition.deliver', 'Mark as delivered'], async (staff, form) => {
  const [seen, day, reason] = [field(form, 'seen'), field(form, 'day'), field(form, 'reason').slice(0, 500)]
  const id = await askDelivery(staff, idIn(form), seen, day, reason, new Date())
  return id ? `/admin/approvals/${id}` : `/admin/petitions/${idIn(form)}?problem=waits_or_changed`
})

export const askToRemove = deskAction(['petition.delete', 'Ask to remove a petition'], async (staff, form) => {
  const what = field(form, 'what') === 'delete' ? 'delete' : 'hide'
  const reason = field(form, 'reason').slice(0, 500)
  const asked = await askRemoval(staff, idIn(form), what, reason, new Date())
  return asked.ok ? `/admin/approvals/${asked.approval}` : `/admin/petitions/${idIn(form)}?problem=waits_or_changed`
})

export const showOneAgain = deskAction(['petition.delete', 'Show a petition again'], async (staff, form) =>
  after(form, 'shown', await showAgain(staff, idIn(form), new Date())),
)

function after(form: FormData, done: string, result: { ok: true } | { ok: false; reason: string }): string {
  const { ok } = result
  // A delivery long ago is shown again, with the way to a second person.
  if (!ok && result.reason === 'needs_two')
    return `/admin/petitions/${idIn(form)}/deliver?day=${encodeURIComponent(field(form, 'day'))}`
  return `/admin/petitions/${idIn(form)}?${ok ? `done=${done}` : `problem=${result.reason}`}`
}
