import { renderToStaticMarkup } from 'react-dom/server'
import { patiently } from '@/lib/failover/keep-trying'
import { networkOfSender } from '@/lib/web/sender-of'
import type { Locale } from '@/messages/translator'
import { answerSecretPage, type SecretContext } from '../../answer-secret-page'
import { findShown, showSignature, titleOf } from './show-signature'
import { signatureMarkup } from './signature-markup'

/**
 * The page behind a mailed token, rendered by React alone, once for all who see the same but for their own facts:
 * everybody who signs opens it twice.
 */
export function GET(request: Request, context: SecretContext) {
  const query = new URL(request.url).searchParams
  const [draft, from] = [query.get('draft') ?? undefined, query.get('from')]
  // A person who confirmed just before the database went away is led here.
  return patiently(networkOfSender(request), () =>
    answerSecretPage(request, context, '/signature', (locale, token) => ({
      title: titleOf(locale, draft),
      main: draft === undefined ? kept(locale, token, from) : edited(locale, token, draft),
    })),
  )
}

async function kept(locale: Locale, token: string, from: string | null) {
  const { shape, facts } = await findShown(locale, token, from)
  return { markup: signatureMarkup(shape), facts }
}

/** With edits that came back: for one person, who seldom sees it twice. */
async function edited(locale: Locale, token: string, draft: string) {
  return { markup: [renderToStaticMarkup(await showSignature(locale, token, draft))], facts: {} }
}
