import { coSign } from '@/lib/coalition/co-sign'
import { findInvitation } from '@/lib/coalition/find-invitation'
import { coSignatureFields, readCoSignature } from '@/lib/coalition/read-co-signature'
import { receiveForm } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Receives an organisation's co-signature, with the token of its invitation, whose page says how things stand. */
export function POST(request: Request): Promise<Response> {
  return receiveForm(request, {
    words: 'letters',
    fields: coSignatureFields,
    read: readCoSignature,
    page: async ({ fields, locale, now }) => {
      const { token = '' } = fields
      const invitation = await findInvitation(token, now)
      return invitation && invitationPage(locale, invitation.letterSlug, token)
    },
    lost: 'a co-signature was not stored',
    async store(form, { fields, locale, now }) {
      const { token = '' } = fields
      const result = await coSign(token, form, locale, now)
      if (result.ok) return { status: 'confirmed', page: invitationPage(locale, result.letterSlug, token) }
      if (result.reason === 'organisation_taken') return { errors: { organisation: ['taken'] } }
      const page = result.letterSlug && invitationPage(locale, result.letterSlug, token)
      return { code: result.reason, page }
    },
  })
}

function invitationPage(locale: string, letter: string, token: string): string {
  return `/${locale}/letters/${letter}/co-sign/${encodeURIComponent(token)}`
}

export const GET = redirectToForm('/letters')
