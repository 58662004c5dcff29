import { countLeaving, type Leaving } from '@/lib/coalition/admin/count-leaving'
import { readForm } from '@/lib/coalition/entities/fields'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { MIN_PUBLISHED } from '@/lib/petitions/published-number'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const membershipActs = {
  'end-membership': {
    verb: 'coalition.write',
    /** @param draftId of the member's form as it was typed, with the day on which it left */
    async find(staff, draftId, _, now) {
      const { id = '', ...fields } = (await findDraft(staff, member.name, draftId))?.fields ?? {}
      const found = await findEditable(staff, member, id)
      const read = readForm(member.schema, fields)
      if (!found || found.row.leftOn || !read.ok || !read.form.left) return null
      const { name, slug } = found.row
      const leaving = await countLeaving(staff, { id, slug }, now)
      const { throughLinks, access, ...counted } = leaving
      return {
        title: t('confirm.endMembership', { name }),
        happens: sentences(leaving, slug, read.form.left > now ? (fields.left ?? '') : null),
        undo: t('confirm.membershipUndo'),
        facts: { id, ...counted },
        moving: { access, ...(throughLinks >= MIN_PUBLISHED && { throughLinks }) },
        given: { draftId },
        button: t('confirm.endTheMembership'),
        back: `/admin/coalition/members/${id}?draft=${draftId}`,
      }
    },
  },
} satisfies Record<string, Confirmable>

/** @param later the day on which contacts are deleted, if it has not come */
function sentences(leaving: Leaving, slug: string, later: string | null): string[] {
  const { contacts, access, proposals, coSigned, undecided, throughLinks } = leaving
  return [
    t('confirm.offThePublicList'),
    ...(contacts > 0
      ? [
          later ? t('confirm.contactsDeletedOn', { contacts, day: later }) : t('confirm.contactsDeleted', { contacts }),
          t('confirm.accessEnds', { access }),
        ]
      : [t('confirm.noContacts')]),
    ...(proposals > 0 ? [t('confirm.proposalsDeleted', { proposals })] : []),
    t('confirm.codeStops', { code: slug }),
    ...(throughLinks < MIN_PUBLISHED ? [] : [t('confirm.throughLinksStay', { signatures: throughLinks })]),
    ...(coSigned > 0 ? [t('confirm.lettersStayCoSigned', { letters: coSigned })] : []),
    ...(undecided > 0 ? [t('confirm.coSignaturesStillWait', { coSignatures: undecided })] : []),
  ]
}
