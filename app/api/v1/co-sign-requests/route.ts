import { askToCoSign } from '@/lib/coalition/ask-to-co-sign/ask-to-co-sign'
import { askFields, readAsk } from '@/lib/coalition/ask-to-co-sign/read-ask'
import { isSlug } from '@/lib/input/slug'
import { receiveForm } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Receives an organisation's wish to sign an open letter, and mails a link to do so to an address of its domain. */
export function POST(request: Request): Promise<Response> {
  return receiveForm(request, {
    words: 'letters',
    fields: askFields,
    read: readAsk,
    page: ({ fields, locale }) => formPage(locale, fields.letter),
    lost: 'a wish to co-sign was not stored',
    async store(form, { fields, locale, now, sender }) {
      const { letter = '' } = fields
      const page = formPage(locale, letter)
      const result = await askToCoSign(letter, form, locale, now, sender)
      if (result.ok) return { status: 'check_your_email', later: result.later, page: `${page}/check-your-email` }
      return result.reason === 'rate_limited' ? result : { code: result.reason, page }
    },
  })
}

function formPage(locale: string, letter: string | undefined): string | null {
  return isSlug(letter ?? '') ? `/${locale}/letters/${letter}/co-sign` : null
}

export const GET = redirectToForm('/letters')
