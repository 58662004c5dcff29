import { deletionAfter, isSoon } from '@/lib/petitions/admin/deletion'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { countPersonal } from '@/lib/signatures/admin/count-rows'
import type { Confirmable } from './confirmation'
import { ASKED, count, reason } from './words'

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** What ends a petition: the data of its signers, or itself. */
export const petitionEnds = {
  'deliver-petition': {
    verb: 'petition.deliver',
    first: (now) => ({ name: 'day', label: 'Delivered on', kind: 'day', required: true, value: dayOf(now) }),
    async find(staff, id, day, now) {
      const found = await findForAdmin(staff, id)
      const { petition } = found ?? {}
      if (!found || !petition || !['open', 'closed', 'won'].includes(petition.status) || petition.removedAt) return null
      const deletion = deletionAfter(petition, day, now)
      if (!deletion) return null
      const signatures = await countPersonal(staff, id)
      const at = `${dayOf(deletion)}${deletion <= now ? ' (within the hour)' : ''}`
      return {
        title: `Mark “${found.name}” as delivered on ${day}?`,
        happens: [
          `On ${at} the names, addresses and comments of ${count(signatures, 'signature')}, and all paper sheets, are permanently deleted. The count of ${found.net.toLocaleString('en')} and the ledger stay.`,
          ...(petition.status === 'open' ? ['It closes: nobody can sign or confirm any longer.'] : []),
          ...(isSoon(petition, day, now)
            ? [
                'Less than a week would remain to notice a mistake: after approval, anyone on the staff has a day to stop it.',
              ]
            : []),
        ],
        undo: `Until ${dayOf(deletion)} you can request to undo this on the petition’s page. What is deleted then cannot be restored.`,
        facts: { status: petition.status, day, deletion: dayOf(deletion) },
        moving: { signatures },
        given: { id, expected: petition.status, day },
        fields: [reason(true)],
        button: 'Request marking as delivered',
        back: `/admin/petitions/${id}`,
      }
    },
  },
  'remove-petition': {
    verb: 'petition.delete',
    async find(staff, id) {
      const found = await findForAdmin(staff, id)
      const removal = found && removalOf(found.petition)
      if (!found || !removal) return null
      const { name, net, languages, petition } = found
      const saved = languages.filter(({ revision, published }) => revision > 0 || published).length
      const draft = removal === 'delete'
      return {
        title: draft ? `Delete the draft “${name}”?` : `Unpublish “${name}”?`,
        happens: draft
          ? [
              'It was never open, so nobody signed it.',
              `The draft and its text in ${count(saved, 'language')} are permanently deleted.`,
            ]
          : [
              'Its page, its count and its entries in lists disappear.',
              `Its ledger with ${net.toLocaleString('en')} counted stays public for ever, and its signers keep their own pages: they can withdraw and erase as before.`,
            ],
        undo: draft
          ? `${ASKED} After approval, anyone on the staff has a day to stop it.`
          : 'Nothing happens until a second person approves and a day has passed. It can be published again.',
        facts: { status: petition.status, net, saved },
        given: { id, what: removal },
        fields: [reason(true)],
        button: draft ? 'Request deletion' : 'Request unpublishing',
        back: `/admin/petitions/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
