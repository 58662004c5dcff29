import { findForAdmin, type PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { countPending, MAX_PENDING } from '@/lib/signatures/admin/count-rows'
import type { Staff } from '@/lib/staff/staff'
import { languageName } from '@/messages/language-name'
import { sourceLocale } from '@/messages/translator'
import type { PetitionStatus } from '@/prisma/generated/enums'
import type { Confirmable, Confirmation } from './confirmation'
import { ASKED, count, reason } from './words'

type Rest = Omit<Confirmation, 'back' | 'given' | 'title' | 'facts'> & Partial<Pick<Confirmation, 'facts'>>

/** A step of a petition's life: possible in some states, and never done to another state than was seen. */
function step(
  from: PetitionStatus[],
  question: (name: string) => string,
  rest: (found: PetitionForAdmin, staff: Staff, now: Date) => Promise<Rest | null>,
  removed = false,
): Confirmable {
  return {
    verb: 'petition.change_status',
    async find(staff, id, _, now) {
      const found = await findForAdmin(staff, id)
      if (!found || !from.includes(found.petition.status) || (found.petition.removedAt !== null) !== removed)
        return null
      const { status } = found.petition
      const said = await rest(found, staff, now)
      if (!said) return null
      return {
        ...said,
        title: question(found.name),
        facts: { status, ...said.facts },
        fields: [...(said.fields ?? []), reason()],
        given: { id, expected: status },
        back: `/admin/petitions/${id}`,
      }
    },
  }
}

/** What closing takes from those who have not confirmed yet. */
async function closing(staff: Staff, id: string, now: Date) {
  const pending = await countPending(staff, id, now)
  const number =
    pending > MAX_PENDING ? `More than ${MAX_PENDING.toLocaleString('en')} people` : count(pending, 'person', 'people')
  const verb = pending === 1 ? 'has' : 'have'
  const lost = `${number} ${verb} signed and not confirmed yet. Their links stop working, and they are not counted.`
  return { lost: ['Nobody can sign any longer.', ...(pending > 0 ? [lost] : [])], moving: { pending } }
}

const counted = (found: PetitionForAdmin) =>
  `The count stays at ${found.net.toLocaleString('en')}, and so does the ledger.`

export const petitionSteps = {
  'open-petition': step(
    ['draft'],
    (name) => `Open “${name}”?`,
    async ({ petition, languages }) => {
      const published = languages.filter((one) => one.published)
      if (!published.some(({ locale }) => locale === sourceLocale)) return null
      return {
        happens: [
          `Everybody can read and sign it, in ${published.map(({ locale }) => languageName(locale)).join(', ')}.`,
          `Its address stays /petitions/${petition.slug}, and its published texts stay readable.`,
        ],
        facts: { versions: published.map((one) => `${one.locale} ${one.published?.version}`).join(', ') },
        undo: ASKED,
        button: 'Request opening',
      }
    },
  ),
  'close-petition': step(
    ['open'],
    (name) => `Close “${name}”?`,
    async (found, staff, now) => {
      const { lost, moving } = await closing(staff, found.petition.id, now)
      return {
        happens: [...lost, counted(found)],
        moving,
        undo: 'Nothing happens until a second person approves; until then you can withdraw the request. The petition can be reopened, but people who had not confirmed have to sign again.',
        button: 'Request closing',
      }
    },
  ),
  'reopen-petition': step(
    ['closed'],
    (name) => `Reopen “${name}”?`,
    async (found) => ({
      happens: ['People can sign again, without a last day.', counted(found)],
      undo: 'Nothing happens until a second person approves. It can be closed again.',
      button: 'Request reopening',
    }),
  ),
  'win-petition': step(
    ['open', 'closed', 'delivered'],
    (name) => `Mark “${name}” as successful?`,
    async (found, staff, now) => {
      const { status, id } = found.petition
      const closes = status === 'open' ? await closing(staff, id, now) : { lost: [], moving: {} }
      const today = now.toISOString().slice(0, 10)
      return {
        happens: ['Its page and all lists say that its demand has been met.', ...closes.lost, counted(found)],
        moving: closes.moving,
        fields: [{ name: 'day', label: 'Won on', kind: 'day', required: true }],
        values: { day: today },
        undo: 'Nothing happens until a second person approves. The mark can be taken back; people who were lost by closing have to sign again.',
        button: 'Request marking as successful',
      }
    },
  ),
  'take-back-petition': step(
    ['won', 'delivered'],
    (name) => `Take back the mark of “${name}”?`,
    async (found) => ({
      happens: [
        `It is no longer marked as ${found.petition.status === 'won' ? 'successful' : 'delivered'}.`,
        'Personal data that were deleted meanwhile stay deleted.',
      ],
      undo: 'Nothing happens until a second person approves. It can be marked again.',
      button: `Request undoing “${found.petition.status === 'won' ? 'successful' : 'delivered'}”`,
    }),
  ),
  'republish-petition': step(
    ['closed', 'won', 'delivered'],
    (name) => `Publish “${name}” again?`,
    async (found) => ({
      happens: ['Its page, its count and its entries in lists are public again.', counted(found)],
      undo: 'Nothing happens until a second person approves. It can be unpublished again.',
      button: 'Request publishing again',
    }),
    true,
  ),
} satisfies Record<string, Confirmable>
