import { countLeaving, type Leaving } from '@/lib/coalition/admin/count-leaving'
import type { FormValues } from '@/lib/coalition/entities/apply-change'
import { endsSooner } from '@/lib/coalition/entities/ends-sooner'
import { readForm } from '@/lib/coalition/entities/fields'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { MIN_PUBLISHED } from '@/lib/petitions/published-number'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { timeIn } from '@/lib/text/time-zone'
import { sha256 } from '@/lib/vault/sha256'
import { memberView } from '../coalition/entities/member-view'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const membershipActs = {
  'end-membership': {
    verb: 'coalition.write',
    /** @param draftId of the member's submitted form, with the day on which it left */
    async find(staff, draftId, _, now) {
      const { id = '', ...fields } = (await findDraft(staff, member.name, draftId))?.fields ?? {}
      const found = await findEditable(staff, member, id)
      const read = readForm(member.schema, fields)
      if (!found || !read.ok || !read.form.left) return null
      const [before, day] = [found.values.left ?? '', read.form.left.toISOString().slice(0, 10)]
      if (!endsSooner(before, day, now)) return null
      const { name, slug } = found.row
      const leaving = await countLeaving(staff, { id, slug }, now)
      const { throughLinks, throughLinksAt: _at, access, ...counted } = leaving
      return {
        title: t('confirm.endMembership', { name }),
        happens: [
          before ? t('confirm.leavesSooner', { day, before }) : t('confirm.leavesOn', { day }),
          ...sentences(leaving, slug, { later: read.form.left > now ? day : null, known: before !== '' }),
          ...(await alsoSaved(staff, found.values, fields)),
        ],
        undo: t('confirm.membershipUndo'),
        facts: { id, typed: sha256(JSON.stringify(fields)).toString('hex'), ...counted },
        moving: { access, ...(throughLinks >= MIN_PUBLISHED && { throughLinks }) },
        given: { draftId },
        button: t('confirm.endTheMembership'),
        back: `/admin/coalition/members/${id}?draft=${draftId}`,
      }
    },
  },
} satisfies Record<string, Confirmable>

/** Other changes in the form, by the labels of their fields. */
async function alsoSaved(staff: Staff, before: FormValues, typed: Record<string, string>): Promise<string[]> {
  const text = (value = '') => value.replaceAll('\r\n', '\n').trim()
  const changed = (await memberView().fields(staff, false)).filter(
    ({ name }) => name !== 'left' && name in typed && text(typed[name]) !== text(before[name]),
  )
  const fields = changed.map(({ label }) => label).join(', ')
  return changed.length > 0 ? [t('confirm.alsoSaved', { fields })] : []
}

/**
 * @param later the day on which contacts will be deleted, if it is in the future
 * @param known the member has already left: its page and links have ended
 */
function sentences(
  leaving: Leaving,
  slug: string,
  { later, known }: { later: string | null; known: boolean },
): string[] {
  const { contacts, access, proposals, coSigned, undecided, throughLinks, throughLinksAt } = leaving
  return [
    ...(known ? [] : [t('confirm.offThePublicList')]),
    ...(contacts > 0
      ? [
          later ? t('confirm.contactsDeletedOn', { contacts, day: later }) : t('confirm.contactsDeleted', { contacts }),
          ...(known ? [] : [t('confirm.accessEnds', { access })]),
        ]
      : [t('confirm.noContacts')]),
    ...(proposals > 0 ? [t('confirm.proposalsDeleted', { proposals })] : []),
    ...(known ? [] : [t('confirm.codeStops', { code: slug })]),
    ...(throughLinks < MIN_PUBLISHED
      ? []
      : [
          t('confirm.throughLinksStay', {
            signatures: throughLinks,
            at: throughLinksAt ? timeIn(throughLinksAt, 'UTC') : '',
          }),
        ]),
    ...(coSigned > 0 ? [t('confirm.lettersStayCoSigned', { letters: coSigned })] : []),
    ...(undecided > 0 ? [t('confirm.coSignaturesStillWait', { coSignatures: undecided })] : []),
  ]
}
