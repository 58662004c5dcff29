import { apply } from '@/lib/coalition/apply'
import { applicationFields, readApplication } from '@/lib/coalition/read-application'
import { receiveForm } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Receives an application to join. */
export function POST(request: Request): Promise<Response> {
  return receiveForm(request, {
    words: 'join',
    fields: applicationFields,
    read: readApplication,
    page: ({ locale }) => `/${locale}/join/edit`,
    lost: 'an application was not stored',
    async store(form, { locale, now, sender }) {
      const result = await apply(form, locale, now, sender)
      if (!result.ok) return result
      const page = `/${locale}/join/${result.later ? 'mail-comes-later' : 'check-your-email'}`
      return { status: 'check_your_email', later: result.later, page }
    },
  })
}

export const GET = redirectToForm('/join')
