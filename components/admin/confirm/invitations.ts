import { findEditable } from '@/lib/coalition/entities/find-editable'
import { letter } from '@/lib/coalition/entities/letter'
import { previewInvitations } from '@/lib/coalition/invite-many/invite-many'
import { planKey } from '@/lib/coalition/invite-many/plan-invitations'
import { reviewedInvitations } from '../coalition/reviewed-invitations'
import { codeName } from '../code-name'
import { languageName } from '../display-names'
import { inWords } from '../list-in-words'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const invitationActs = {
  'invite-many': {
    verb: 'coalition.write',
    /** @param draftId of the submitted lines */
    async find(staff, draftId, _, now) {
      const reviewed = await reviewedInvitations(staff, draftId)
      const found = reviewed && (await findEditable(staff, letter, reviewed.id))
      const preview = reviewed && (await previewInvitations(staff, reviewed.id, reviewed.lines, now))
      if (!found || !preview?.ok) return null
      const { invite, leftOut } = preview.plan
      const languages = [...new Set(invite.map(({ locale }) => locale))]
      return {
        title: t('confirm.inviteOrganisations', { count: invite.length, title: found.title }),
        happens: [
          t('confirm.eachGetsAnEmail', {
            count: invite.length,
            organisations: inWords(invite.map(({ organisation }) => organisation)),
          }),
          t('confirm.theEmailsAreIn', { languages: inWords(languages.map((locale) => languageName(locale))) }),
          ...(leftOut.length > 0
            ? [
                t('confirm.leftOut', {
                  count: leftOut.length,
                  organisations: inWords(
                    leftOut.map(({ organisation, state }) => `${organisation} (${codeName(state).toLowerCase()})`),
                  ),
                }),
              ]
            : []),
        ],
        undo: t('confirm.emailsCannotBeTakenBack'),
        facts: { invited: invite.length, leftOut: leftOut.length, organisations: planKey(preview.plan) },
        given: { draftId },
        button: t('confirm.sendInvitations'),
        back: `/admin/coalition/letters/${reviewed.id}/invitations?draft=${draftId}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
