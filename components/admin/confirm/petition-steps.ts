import { MAX_COUNTED } from '@/lib/input/max-counted'
import { findForAdmin, type PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { countPending } from '@/lib/signatures/admin/count-rows'
import type { Staff } from '@/lib/staff/staff'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { sourceLocale } from '@/messages/translator'
import type { PetitionStatus } from '@/prisma/generated/enums'
import { languageName } from '../display-names'
import { t } from '../words'
import type { Confirmable, Confirmation } from './confirmation'
import { asked, reason } from './words'

type Rest = Omit<Confirmation, 'back' | 'given' | 'title' | 'facts'> & Partial<Pick<Confirmation, 'facts'>>

/** A step of a petition's life: allowed in some states, and refused if the state has changed since it was shown. */
function step(
  from: PetitionStatus[],
  question: (name: string) => string,
  rest: (found: PetitionForAdmin, staff: Staff, now: Date) => Promise<Rest | null>,
  removed = false,
): Confirmable {
  return {
    verb: 'petition.change_status',
    async find(staff, id, _, now) {
      const found = await findForAdmin(staff, id, readerLanguage())
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

/** The effect of closing on unconfirmed forms. */
async function closing(staff: Staff, id: string, now: Date) {
  const pending = await countPending(staff, id, now)
  const lost =
    pending > MAX_COUNTED ? t('confirm.manyPendingLost', { limit: MAX_COUNTED }) : t('confirm.pendingLost', { pending })
  return { lost: [t('confirm.nobodyCanSign'), ...(pending > 0 ? [lost] : [])], moving: { pending } }
}

const counted = (found: PetitionForAdmin) => t('confirm.theCountStaysAt', { net: found.net })

export const petitionSteps = {
  'open-petition': step(
    ['draft'],
    (name) => t('confirm.open', { name }),
    async ({ petition, languages }) => {
      const published = languages.filter((one) => one.published)
      if (!published.some(({ locale }) => locale === sourceLocale)) return null
      return {
        happens: [
          t('confirm.everybodyCanReadAnd', {
            published: published.map(({ locale }) => languageName(locale)).join(', '),
          }),
          t('confirm.itsAddressStaysPetitions', { slug: petition.slug }),
        ],
        facts: { versions: published.map((one) => `${one.locale} ${one.published?.version}`).join(', ') },
        undo: asked(),
        button: t('confirm.requestOpening'),
        ordinary: true,
      }
    },
  ),
  'close-petition': step(
    ['open'],
    (name) => t('confirm.close', { name }),
    async (found, staff, now) => {
      const { lost, moving } = await closing(staff, found.petition.id, now)
      return {
        happens: [...lost, counted(found)],
        moving,
        undo: t('confirm.nothingHappensUntilASecondPerson'),
        button: t('confirm.requestClosing'),
      }
    },
  ),
  'reopen-petition': step(
    ['closed'],
    (name) => t('confirm.reopen', { name }),
    async (found) => ({
      happens: [t('confirm.peopleCanSignAgain'), counted(found)],
      undo: t('confirm.nothingHappensUntilASecondPersonApproves'),
      button: t('confirm.requestReopening'),
      ordinary: true,
    }),
  ),
  'win-petition': step(
    ['open', 'closed', 'delivered'],
    (name) => t('confirm.markAsWon', { name }),
    async (found, staff, now) => {
      const { status, id } = found.petition
      const closes = status === 'open' ? await closing(staff, id, now) : { lost: [], moving: {} }
      const today = now.toISOString().slice(0, 10)
      return {
        happens: [t('confirm.demandMet'), ...closes.lost, counted(found)],
        moving: closes.moving,
        fields: [{ name: 'day', label: t('confirm.wonOn'), kind: 'day', required: true }],
        values: { day: today },
        undo: t('confirm.nothingHappensUntilASecondPersonApprovesThe'),
        button: t('confirm.requestMarkingAsWon'),
        ordinary: status !== 'open',
      }
    },
  ),
  'take-back-petition': step(
    ['won', 'delivered'],
    (name) => t('confirm.takeBackTheMark', { name }),
    async (found) => ({
      happens: [
        t(found.petition.status === 'won' ? 'confirm.notWon' : 'confirm.notDelivered'),
        t('confirm.personalDataThatWere'),
      ],
      undo: t('confirm.nothingHappensUntilASecondPersonApprovesIt'),
      button: t(found.petition.status === 'won' ? 'confirm.undoWon' : 'confirm.undoDelivered'),
      ordinary: true,
    }),
  ),
  'republish-petition': step(
    ['closed', 'won', 'delivered'],
    (name) => t('confirm.publishAgain', { name }),
    async (found) => ({
      happens: [t('confirm.itsPageItsCountAnd'), counted(found)],
      undo: t('confirm.nothingHappensUntilASecondPersonApprovesItCan'),
      button: t('confirm.requestPublishingAgain'),
      ordinary: true,
    }),
    true,
  ),
} satisfies Record<string, Confirmable>
