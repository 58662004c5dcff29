'use server'

import type { ConfirmableName } from '@/components/admin/confirm/confirmables'
import { isId } from '@/lib/input/id'
import { beginPetition } from '@/lib/petitions/admin/begin-petition'
import { requestDays } from '@/lib/petitions/admin/change-days'
import { chooseNextAct } from '@/lib/petitions/admin/choose-next-act'
import { requestRemoval } from '@/lib/petitions/admin/remove'
import { requestStep } from '@/lib/petitions/admin/request-step'
import { requestSchedule } from '@/lib/petitions/admin/schedule'
import type { Step } from '@/lib/petitions/admin/transitions'
import { updateSettings } from '@/lib/petitions/admin/update-settings'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { idIn } from '@/lib/web/admin/read-field'
import { confirmed } from '../confirm/confirmed'

/** Creates a petition, and continues with its schedule or its text, if one is incomplete. */
export const createPetition = adminAction('petition.write', (staff, form) => {
  let planned = true
  const unwritten = ['title', 'call', 'addressee', 'asks', 'body'].some((name) => field(form, name) === '')
  const ways = {
    name: 'new petition',
    form: ({ from = '' }) => `/admin/petitions/new${isId(from) ? `?from=${from}` : ''}`,
    saved: (id: string) => {
      if (!planned) return `/admin/petitions/${id}/schedule?problem=not_planned`
      return unwritten ? `/admin/petitions/${id}/texts/en` : `/admin/petitions/${id}?done=saved`
    },
  }
  return saveForm(staff, form, ways, async (typed, now) => {
    const begun = await beginPetition(staff, typed, now)
    if (!begun.ok) return begun
    planned = begun.planned
    return { ok: true, id: begun.id, ...(begun.approval && { approval: begun.approval }) }
  })
})

export const savePetitionSettings = adminAction('petition.write', async (staff, form) => {
  const id = idIn(form)
  const typed = { slug: field(form, 'slug'), goal: field(form, 'goal') }
  const expected = { slug: field(form, 'expectedSlug'), goal: Number(field(form, 'expectedGoal')) }
  const facts = { slug: typed.slug, goal: Number(typed.goal) }
  const result = await updateSettings(staff, id, expected, facts, new Date())
  if (result.ok) return `/admin/petitions/${id}?done=saved`
  return `/admin/petitions/${id}?${new URLSearchParams({ problem: result.reason, ...typed })}#facts`
})

export const chooseAct = adminAction('petition.write', async (staff, form) => {
  const choice = { expected: field(form, 'expected'), wanted: field(form, 'wanted') }
  const result = await chooseNextAct(staff, idIn(form), choice, new Date())
  return `/admin/petitions/${idIn(form)}?${result.ok ? 'done=saved' : `problem=${result.reason}#next-act`}`
})

export const changeDaysOf = adminAction('petition.change_status', async (staff, form) => {
  const expected = { closed: field(form, 'expectedClosed'), won: field(form, 'expectedWon') }
  const days = { closed: field(form, 'closed'), won: field(form, 'won') }
  return after(form, await requestDays(staff, idIn(form), expected, days, whyOf(form), new Date()), '/schedule')
})

/** A schedule that opens or closes it in public requires approval. */
export const schedulePetition = adminAction('petition.write', async (staff, form) => {
  const expected = { opens: field(form, 'expectedOpens'), closes: field(form, 'expectedCloses') }
  const wanted = { opens: field(form, 'opens'), closes: field(form, 'closes') }
  const request = { expected, wanted, reason: whyOf(form) }
  return after(form, await requestSchedule(staff, idIn(form), request, new Date()), '/schedule')
})

/** Each requires approval: nobody opens, closes or publishes a petition alone. */
export const openPetition = step('open-petition', 'open')
export const closePetition = step('close-petition', 'close')
export const reopenPetition = step('reopen-petition', 'reopen')
export const markWon = step('win-petition', 'win')
export const undoStatus = step('take-back-petition', 'take_back')
export const republish = step('republish-petition', 'show')
export const deliverPetition = adminAction(
  ['petition.deliver', 'Request to mark as delivered'],
  confirmed('deliver-petition', (staff, form) => ask(staff, form, 'deliver')),
)

/** Requires approval, and waits a day. */
export const removePetition = adminAction(
  ['petition.delete', 'Request to remove a petition'],
  confirmed('remove-petition', async (staff, form) => {
    const what = field(form, 'what') === 'delete' ? 'delete' : 'hide'
    const asked = await requestRemoval(staff, idIn(form), what, whyOf(form), new Date())
    return asked.ok ? after(form, asked) : `/admin/petitions/${idIn(form)}?problem=waits_or_changed`
  }),
)

function step(name: ConfirmableName, to: Step) {
  return adminAction(
    'petition.change_status',
    confirmed(name, (staff, form) => ask(staff, form, to)),
  )
}

async function ask(staff: Staff, form: FormData, step: Step): Promise<string> {
  const request = { step, expected: field(form, 'expected'), day: field(form, 'day'), reason: whyOf(form) }
  return after(form, await requestStep(staff, idIn(form), request, new Date()))
}

function whyOf(form: FormData): string {
  return field(form, 'why').slice(0, 500)
}

type Result = { ok: true; approval: string | null } | { ok: false; reason: string }

/** The page after a request: the request itself, or the tab on which it was made. */
function after(form: FormData, result: Result, tab = ''): string {
  if (result.ok && result.approval) return `/admin/approvals/${result.approval}?done=asked`
  return `/admin/petitions/${idIn(form)}${tab}?${result.ok ? 'done=saved' : `problem=${result.reason}`}`
}
