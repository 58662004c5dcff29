import { sign } from '@/lib/signatures/sign'
import { readForm, signatureFields } from '@/lib/signatures/signature-form'
import { receiveForm } from '@/lib/web/receive-form'
import { redirectToForm } from '@/lib/web/redirect-to-form'

interface Context {
  params: Promise<{ slug: string }>
}

/** Receives a signature. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  const pageIn = (locale: string) => `/${locale}/petitions/${encodeURIComponent(slug)}`
  return receiveForm(request, {
    words: 'form',
    fields: signatureFields,
    read: readForm,
    page: ({ locale }) => `${pageIn(locale)}/sign`,
    lost: 'a signature was not stored',
    async store(form, { fields, locale, now, sender }) {
      const result = await sign(slug, form, locale, now, sender)
      if (result.ok) {
        const page = `${pageIn(locale)}/${result.later ? 'mail-comes-later' : 'check-your-email'}`
        return { status: 'check_your_email', later: result.later, page }
      }
      if (result.reason === 'rate_limited') return result
      if (result.reason === 'text_unknown')
        return { errors: { form: ['text_changed'] }, values: { ...fields, text: '' } }
      // The cached page may still show the form for a moment: this one is made now, and says that nothing was recorded.
      if (result.reason === 'petition_closed') return { errors: { form: [result.reason] }, code: result.reason }
      return { code: result.reason, page: pageIn(locale) }
    },
  })
}

export const GET = redirectToForm('/petitions/[slug]#sign')
